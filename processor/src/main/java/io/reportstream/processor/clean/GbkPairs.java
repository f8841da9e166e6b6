package io.reportstream.processor.clean;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** The characters that GBK writes in two bytes. */
final class GbkPairs {
    /** Stands for pairs that are no character. */
    static final char NONE = '\uFFFD';

    private static final int FIRST_LEAD = 0x81;
    private static final int LEADS = 0xFE - FIRST_LEAD + 1;
    private static final char[][] CHARACTERS = load();

    private GbkPairs() {}

    /** The character of two bytes; {@link #NONE} where they are none. */
    static char of(byte lead, byte trail) {
        int row = (lead & 0xFF) - FIRST_LEAD;
        return row < 0 || row >= LEADS ? NONE : CHARACTERS[row][trail & 0xFF];
    }

    private static char[][] load() {
        Charset gbk = Charset.forName("GBK");
        char[][] characters = new char[LEADS][256];
        for (int row = 0; row < LEADS; row++) {
            for (int trail = 0; trail < 256; trail++) {
                byte[] pair = {(byte) (FIRST_LEAD + row), (byte) trail};
                String decoded = gbk.decode(ByteBuffer.wrap(pair)).toString();
                characters[row][trail] = decoded.length() == 1 ? decoded.charAt(0) : NONE;
            }
        }
        return characters;
    }
}
