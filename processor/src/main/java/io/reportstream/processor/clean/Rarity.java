package io.reportstream.processor.clean;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.BitSet;

/** Which wide characters are rare in reports: all but the common ones of GB 2312 and the signs. */
final class Rarity {
    private static final BitSet COMMON = common();

    private Rarity() {}

    static boolean isRare(char c) {
        return !COMMON.get(c);
    }

    /** The signs of zone 1 and the characters of level 1, in zones 16 to 55. */
    private static BitSet common() {
        BitSet common = new BitSet(0xA000);
        Charset gb2312 = Charset.forName("GB2312");
        for (int zone = 1; zone <= 55; zone++) {
            if (zone > 1 && zone < 16) {
                continue;
            }
            for (int cell = 1; cell <= 94; cell++) {
                byte[] bytes = {(byte) (0xA0 + zone), (byte) (0xA0 + cell)};
                CharBuffer decoded = gb2312.decode(ByteBuffer.wrap(bytes));
                common.set(decoded.get(0));
            }
        }
        common.set('·');
        common.clear('\uFFFD');
        return common;
    }
}
