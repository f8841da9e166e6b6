package io.reportstream.processor.clean;

/** Removes what is left of character references whose names were lost: single {@code &} and runs of them. */
final class Ampersands {
    private Ampersands() {}

    static MappedText remove(MappedText in) {
        int next = in.indexOf('&', 0);
        if (next < 0) {
            return in;
        }
        MappedText out = new MappedText(in.length());
        int copied = 0;
        while (next >= 0) {
            int from = next > copied && in.charAt(next - 1) == ' ' ? next - 1 : next;
            int end = runEnd(in, from);
            out.append(in, copied, from);
            replace(in, from, end, out);
            copied = end;
            next = in.indexOf('&', end);
        }
        out.append(in, copied, in.length());
        return WhiteSpace.tidy(out);
    }

    /** End of a run of ampersands and spaces that begins at {@code from}; {@code from} if none begins there. */
    private static int runEnd(MappedText in, int from) {
        int i = from;
        int ampersands = 0;
        while (in.at(i) == '&' || in.at(i) == ' ') {
            if (in.at(i) == '&') {
                ampersands++;
            } else if (ampersands == 0 && in.at(i + 1) != '&') {
                return from;
            }
            i++;
        }
        return ampersands == 0 ? from : i;
    }

    private static void replace(MappedText in, int from, int to, MappedText out) {
        char before = out.at(out.length() - 1);
        char after = in.at(to);
        int ampersands = 0;
        for (int i = from; i < to; i++) {
            ampersands += in.charAt(i) == '&' ? 1 : 0;
        }
        boolean inName = Characters.isAsciiAlphanumeric(before) && Characters.isAsciiAlphanumeric(after);
        if (ampersands == 1 && inName) {
            out.append(in, from, to); // R&D
            return;
        }
        if (before == '\0' || before == '\n' || after == '\0' || after == '\n' || before == '、') {
            return;
        }
        if (ampersands > 1 && !inName) {
            // The indentation of a paragraph, printed as a row of fixed spaces.
            out.append('\n', in.rawStart(from), in.rawEnd(to - 1));
        } else if (to - from > 1 || before < 0x80 || after < 0x80) {
            out.append(' ', in.rawStart(from), in.rawEnd(to - 1));
        }
    }
}
