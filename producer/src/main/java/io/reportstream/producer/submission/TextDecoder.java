package io.reportstream.producer.submission;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import io.reportstream.service.ProblemException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, strictly: a byte that does not fit is refused with its position, never replaced. A byte order mark wins
 * over everything and is not part of the text; then the declared charset; then valid UTF-8; then detection.
 */
public final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    /**
     * Supersets for what is declared more often than meant: texts labelled GB2312 hold 镕 or 囍. Big5-HKSCS has the common
     * extensions of Big5 at their common places.
     */
    private static final Map<String, Charset> SUPERSETS = Map.of(
            "gb2312", GB18030,
            "gbk", GB18030,
            "cp936", GB18030,
            "ms936", GB18030,
            "x-gbk", GB18030,
            "windows-936", GB18030,
            "big5", BIG5,
            "cp950", BIG5);

    /** What detection may answer, the likeliest here first: short texts fit several equally well. */
    private static final List<String> DETECTABLE = List.of("GB18030", "Big5", "UTF-16LE", "UTF-16BE");

    private TextDecoder() {}

    /**
     * Reads the text of {@code bytes}.
     *
     * @param declared name of the charset; null to find out
     * @throws ProblemException if the charset is not known, or a byte does not fit
     */
    public static String decode(byte[] bytes, @Nullable String declared) {
        Mark mark = Mark.of(bytes);
        if (mark != null) {
            return decode(bytes, mark.length(), mark.charset());
        }
        if (declared != null) {
            return decode(bytes, 0, charset(declared));
        }
        if (firstMisfit(bytes, 0, StandardCharsets.UTF_8) < 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return decode(bytes, 0, detect(bytes));
    }

    /** The charset of this name, or a superset that fits more of what is sent under it. */
    public static Charset charset(String name) {
        Charset superset = SUPERSETS.get(name.toLowerCase(Locale.ROOT));
        if (superset != null) {
            return superset;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.UNKNOWN_CHARSET
                    .problem(
                            "charset: use UTF-8, GB18030, GBK, GB2312, Big5 or UTF-16",
                            "charset：请使用 UTF-8、GB18030、GBK、GB2312、Big5 或 UTF-16")
                    .exception();
        }
    }

    private static String decode(byte[] bytes, int start, Charset charset) {
        int misfit = firstMisfit(bytes, start, charset);
        if (misfit >= 0) {
            throw Refusal.BAD_ENCODING
                    .problem(
                            "the byte at position " + misfit + " is not " + charset.name()
                                    + "; declare the charset that the text has, or mend the text",
                            "第 " + misfit + " 个字节（从 0 起）不符合 " + charset.name() + " 编码；请声明文本实际使用的字符集，或修正文本")
                    .with("charset", charset.name())
                    .with("position", misfit)
                    .exception();
        }
        return new String(bytes, start, bytes.length - start, charset);
    }

    private static Charset detect(byte[] bytes) {
        Comparator<CharsetMatch> likelier = Comparator.comparing(CharsetMatch::getConfidence)
                .reversed()
                .thenComparing(match -> DETECTABLE.indexOf(match.getName()));
        return Arrays.stream(new CharsetDetector().setText(bytes).detectAll())
                .filter(match -> DETECTABLE.contains(match.getName()))
                .sorted(likelier)
                .map(match -> charset(match.getName()))
                .filter(charset -> firstMisfit(bytes, 0, charset) < 0)
                .findFirst()
                .orElseThrow(() -> undetectable(firstMisfit(bytes, 0, StandardCharsets.UTF_8)));
    }

    private static ProblemException undetectable(int misfit) {
        return Refusal.UNKNOWN_CHARSET
                .problem(
                        "it is not UTF-8 (byte at position " + misfit + ") and no other charset fits; "
                                + "declare it, as in Content-Type: text/plain; charset=GB18030",
                        "不是 UTF-8（第 " + misfit + " 个字节，从 0 起），也不符合其他字符集；"
                                + "请声明字符集，例如 Content-Type: text/plain; charset=GB18030")
                .with("position", misfit)
                .exception();
    }

    /** Position of the first byte that {@code charset} cannot read; -1 for none. */
    private static int firstMisfit(byte[] bytes, int start, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** A byte order mark. */
    private record Mark(Charset charset, int length) {
        static @Nullable Mark of(byte[] bytes) {
            if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (startsWith(bytes, 0xFF, 0xFE)) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            if (startsWith(bytes, 0xFE, 0xFF)) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return null;
        }

        private static boolean startsWith(byte[] bytes, int... mark) {
            return bytes.length >= mark.length && Arrays.equals(Arrays.copyOf(bytes, mark.length), toBytes(mark));
        }

        private static byte[] toBytes(int[] mark) {
            byte[] bytes = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                bytes[i] = (byte) mark[i];
            }
            return bytes;
        }
    }
}
