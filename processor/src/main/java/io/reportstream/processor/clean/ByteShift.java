package io.reportstream.processor.clean;

import io.reportstream.contract.Warning.Code;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Repairs text of which one byte was lost while it was in GBK.
 *
 * <p>Behind the lost byte the pairs slide by one: its partner and the next byte make a full-width sign (later folded to
 * ASCII), then come wrong characters, until a second byte below 0x80 stands alone as a letter. Putting the bytes back gives
 * the text again; the lost byte is the one that makes it likeliest, often the first of a full stop.
 */
final class ByteShift {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int FULL_WIDTH = 0xFF01 - '!';
    private static final int FULL_STOP_LEAD = 0xA1;
    private static final int LONGEST_RUN = 60;
    private static final int CONTEXT = 4;
    /** How much likelier, as a natural logarithm, the repaired text must be, and how much for each character. */
    private static final double CLEARLY = 4;

    private static final double CLEARLY_PER_CHARACTER = 0.5;
    private static final int MOST_NARROW = 4;
    /** One of so many characters may be rare. */
    private static final int RARE_SHARE = 12;

    /** The restored text of a run that ends at {@code end}, and how much likelier it is. */
    private record Repair(int end, String text, double gain) {}

    private final CharsetEncoder encoder = GBK.newEncoder();
    private final WarningList warnings;

    private ByteShift(WarningList warnings) {
        this.warnings = warnings;
    }

    static MappedText repair(MappedText in, WarningList warnings) {
        // Only traditional characters have a letter for their second byte; simplified text never comes out of step
        // again.
        return Simplifier.isTraditional(in) ? new ByteShift(warnings).repair(in) : in;
    }

    private MappedText repair(MappedText in) {
        MappedText out = null;
        int copied = 0;
        for (int i = 0; i + 1 < in.length(); i++) {
            if (!isSign(in.charAt(i))) {
                continue;
            }
            Repair repair = best(in, i);
            if (repair != null) {
                out = out == null ? new MappedText(in.length()) : out;
                out.append(in, copied, i);
                out.replace(in, i, repair.end(), folded(repair.text()));
                warnings.add(
                        in.rawStart(i), in.rawEnd(repair.end() - 1), Code.REPAIRED_BYTES, "a lost byte was put back");
                copied = repair.end();
                i = repair.end() - 1;
            } else if (quotesNothing(in, i)) {
                warnings.add(in.rawStart(i), in.rawEnd(i), Code.UNREPAIRED_BYTES, "bytes were lost here");
            }
        }
        if (out == null) {
            return in;
        }
        out.append(in, copied, in.length());
        return out;
    }

    private static boolean isSign(char c) {
        return c > ' ' && c < '\u007F' && !Characters.isAsciiAlphanumeric(c);
    }

    /** The likeliest repair of a run that begins at {@code sign}; null if none is clearly likelier than the text. */
    private @Nullable Repair best(MappedText in, int sign) {
        Repair best = null;
        int wide = 0;
        int narrow = 0;
        for (int i = sign + 1; i < in.length() && i - sign <= LONGEST_RUN && narrow <= MOST_NARROW; i++) {
            char c = in.charAt(i);
            if (c > 0x7F) {
                wide++;
                continue;
            }
            if (c <= ' ' || Characters.isDigit(c)) {
                break;
            }
            // Letters and signs inside the run were full-width: two bytes of it as well.
            narrow++;
            boolean ends = c >= '@' && c < '\u007F' && wide + 1 >= narrow && hidesCommon(in, i);
            Repair repair = ends ? restore(in, sign, i + 1) : null;
            if (repair != null && (best == null || repair.gain() > best.gain())) {
                best = repair;
            }
        }
        return best;
    }

    /**
     * Whether the letter at {@code at} and the byte before it make a traditional character that is common in its simplified
     * form. All characters whose second byte is a letter are traditional or rare.
     */
    private boolean hidesCommon(MappedText in, int at) {
        char next = in.at(at + 1);
        if (!Characters.isHan(next) && next != '(' && next != ':' && next <= 0x7F) {
            return false;
        }
        byte[] before = bytes(in.subSequence(at - 1, at));
        char hidden = before == null ? GbkPairs.NONE : GbkPairs.of(before[1], (byte) in.charAt(at));
        return Simplifier.isForeign(hidden)
                && !Rarity.isRare(simplified(String.valueOf(hidden)).charAt(0));
    }

    /** Whether a sign before a number is followed by a closing quotation mark that was never opened: 获奖!5.12”. */
    private static boolean quotesNothing(MappedText in, int sign) {
        if ((in.charAt(sign) != '!' && in.charAt(sign) != '?') || !Characters.isDigit(in.at(sign + 1))) {
            return false;
        }
        for (int i = sign + 1; i < in.length() && i - sign < 16 && in.charAt(i) != '“'; i++) {
            if (in.charAt(i) == '”') {
                return true;
            }
        }
        return false;
    }

    private @Nullable Repair restore(MappedText in, int sign, int end) {
        byte[] tail = bytes(in.subSequence(sign, end - 1));
        if (tail == null) {
            return null;
        }
        byte[] bytes = new byte[tail.length + 1];
        System.arraycopy(tail, 0, bytes, 0, tail.length);
        bytes[tail.length] = (byte) in.charAt(end - 1);
        // The lost byte makes one character with the first that is left; all behind it is the same whatever was lost.
        String rest = decode(bytes, 1, tail.length);
        if (rest == null || rare(simplified(rest)) > (rest.length() + 1) / RARE_SHARE) {
            return null;
        }
        String before = in.subSequence(Math.max(0, sign - CONTEXT), sign);
        String after = plain(in, end);
        String best = null;
        double likeliest = Double.NEGATIVE_INFINITY;
        for (int lead = 0x81; lead < 0xFF; lead++) {
            char first = GbkPairs.of((byte) lead, bytes[0]);
            if (first != GbkPairs.NONE && (lead == FULL_STOP_LEAD || Characters.isHan(first))) {
                double likelihood = likelihood(before, first + rest, after);
                if (likelihood > likeliest) {
                    best = first + rest;
                    likeliest = likelihood;
                }
            }
        }
        if (best == null || rare(simplified(best)) > best.length() / RARE_SHARE) {
            return null;
        }
        double gain = likeliest - likelihood(before, in.subSequence(sign, end), after);
        boolean clear = gain > CLEARLY + CLEARLY_PER_CHARACTER * (end - sign - 2);
        return clear ? new Repair(end, best, gain) : null;
    }

    private static int rare(String text) {
        int rare = 0;
        for (int i = 0; i < text.length(); i++) {
            rare += Rarity.isRare(text.charAt(i)) ? 1 : 0;
        }
        return rare;
    }

    /** What follows, without the pronunciation that may stand there. */
    private static String plain(MappedText in, int from) {
        MappedText rest = new MappedText(16);
        rest.append(in, from, Math.min(in.length(), from + 3 * CONTEXT));
        String text = rest.toString().replaceAll("\\([a-z\\u0080-\\u024F]{1,6}\\)", "");
        return text.substring(0, Math.min(CONTEXT, text.length()));
    }

    private static double likelihood(String before, String middle, String after) {
        return WordModel.likelihood(simplified(before + middle + after));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Characters.fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static String simplified(String text) {
        MappedText mapped = new MappedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            mapped.append(text.charAt(i), i, i + 1);
        }
        return Simplifier.simplify(mapped).toString();
    }

    /** The bytes of {@code text} in GBK, ASCII in its full-width form; null if GBK does not know all of it. */
    private byte @Nullable [] bytes(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c < 0x7F ? (char) (c + FULL_WIDTH) : c);
        }
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(wide));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded.length == 2 * text.length() ? encoded : null;
        } catch (CharacterCodingException e) {
            return null; // not text that GBK could have held
        }
    }

    private static @Nullable String decode(byte[] bytes, int offset, int length) {
        try {
            return GBK.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // these bytes are no text
        }
    }
}
