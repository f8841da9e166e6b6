package io.reportstream.processor.clean;

/** The one form of white space: single spaces inside lines, at most one blank line, none at the ends of the text. */
final class WhiteSpace {
    private WhiteSpace() {}

    static MappedText tidy(MappedText in) {
        MappedText out = new MappedText(in.length());
        int copied = 0;
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c != ' ' && c != '\n') {
                continue;
            }
            out.append(in, copied, i);
            copied = i + 1;
            if (c == ' ') {
                appendSpace(out, in.rawStart(i), in.rawEnd(i));
            } else {
                appendLineEnd(out, in.rawStart(i), in.rawEnd(i));
            }
        }
        out.append(in, copied, in.length());
        trimEnd(out);
        return out;
    }

    static void appendSpace(MappedText out, int rawStart, int rawEnd) {
        char last = out.at(out.length() - 1);
        if (last != ' ' && last != '\n' && last != '\0') {
            out.append(' ', rawStart, rawEnd);
        }
    }

    static void appendLineEnd(MappedText out, int rawStart, int rawEnd) {
        if (out.at(out.length() - 1) == ' ') {
            out.truncate(out.length() - 1);
        }
        int n = out.length();
        boolean blankBefore = out.at(n - 1) == '\n' && out.at(n - 2) == '\n';
        if (n > 0 && !blankBefore) {
            out.append('\n', rawStart, rawEnd);
        }
    }

    static void trimEnd(MappedText out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) <= ' ') {
            out.truncate(out.length() - 1);
        }
    }
}
