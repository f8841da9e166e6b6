package io.reportstream.processor.clean;

import io.reportstream.contract.Warning.Code;
import io.reportstream.processor.clean.Markup.Effect;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The first pass: one width of characters, {@code \n} line ends, single spaces, no tags and no character references.
 *
 * <p>A construct is recognized when its last character is about to be written, by looking back at what was written. So what
 * a removal brings together is recognized too, and the result holds nothing that a second pass would remove.
 */
final class RawScanner {
    private static final int LONGEST_ENTITY = 10;
    private static final int LONGEST_TAG = 4000;
    /** More Chinese than this inside a tag or a comment is text that somebody wrote for readers. */
    private static final int MOST_HAN_IN_MARKUP = 200;

    private static final int MOST_HAN_IN_SCRIPT = 2000;

    private static final String SENTENCE_END = "。!?;";

    private final Markup markup;
    private final String raw;
    private final WarningList warnings;
    private final MappedText out;
    private int lastAmpersand = -1;
    private int comment = -1;
    private int[] openTags = new int[8];
    private int openTagCount;
    private final Set<String> neverClosed = new HashSet<>();
    private int next;
    private int spaces;

    RawScanner(Markup markup, String raw, WarningList warnings) {
        this.markup = markup;
        this.raw = raw;
        this.warnings = warnings;
        this.out = new MappedText(raw.length() + 1);
    }

    MappedText scan() {
        int n = raw.length();
        while (next < n) {
            int at = next++;
            char c = raw.charAt(at);
            if (Character.isSurrogate(c)) {
                surrogate(c, at);
            } else {
                accept(c, at, at + 1);
            }
        }
        if (lastAmpersand >= 0) {
            endEntity(' ', n);
        }
        WhiteSpace.trimEnd(out);
        return out;
    }

    private void surrogate(char c, int at) {
        if (Character.isHighSurrogate(c) && next < raw.length() && Character.isLowSurrogate(raw.charAt(next))) {
            next++;
            pair(Character.toCodePoint(c, raw.charAt(at + 1)), at, at + 2);
        } else {
            warnings.add(at, at + 1, Code.LONE_SURROGATE, "half of a character");
        }
    }

    private void pair(int codePoint, int start, int end) {
        write(Character.highSurrogate(codePoint), start, end);
        write(Character.lowSurrogate(codePoint), start, end);
    }

    private void accept(char c, int start, int end) {
        char folded = Characters.fold(c);
        if (folded > ' ' && folded < Characters.DROPPED) {
            write(folded, start, end);
        } else if (folded == ' ') {
            space(c, start, end);
        } else if (folded == '\n') {
            boolean crlf = c == '\r' && end < raw.length() && raw.charAt(end) == '\n' && end == next;
            if (crlf) {
                next++;
            }
            line(start, crlf ? end + 1 : end);
        } else if (c == '\uFFFD') {
            warnings.add(start, end, Code.UNREPAIRED_BYTES, "replacement character");
        }
    }

    private void write(char c, int start, int end) {
        if (lastAmpersand >= 0 && !continuesEntity(c) && endEntity(c, end)) {
            return;
        }
        spaces = 0;
        out.append(c, start, end);
        if (c == '&') {
            lastAmpersand = out.length() - 1;
        } else if (c == '<') {
            pushTag(out.length() - 1);
        } else if (c == '>') {
            endTag(end);
        } else if (c == '-' && comment < 0 && endsWith("<!--")) {
            comment = out.length() - 4;
        }
    }

    private boolean continuesEntity(char c) {
        return Characters.isAsciiAlphanumeric(c) || (c == '#' && lastAmpersand == out.length() - 1);
    }

    /**
     * Resolves the reference that ends before {@code c}, if there is one.
     *
     * @return whether {@code c}, its semicolon, was used up
     */
    private boolean endEntity(char c, int end) {
        int from = lastAmpersand + 1;
        int length = out.length() - from;
        lastAmpersand = -1;
        if (length < 2 || length > LONGEST_ENTITY || c == '=') {
            return false;
        }
        int codePoint = markup.codePoint(out.subSequence(from, out.length()));
        if (codePoint < 0) {
            return false;
        }
        int start = out.rawStart(from - 1);
        int stop = c == ';' ? end : out.rawEnd(out.length() - 1);
        cutBack(from - 1);
        if (Character.isBmpCodePoint(codePoint)) {
            accept((char) codePoint, start, stop);
        } else {
            pair(codePoint, start, stop);
        }
        return c == ';';
    }

    /** Cuts the output back to {@code length}; what stands open before that may now be continued. */
    private void cutBack(int length) {
        out.truncate(length);
        while (openTagCount > 0 && openTags[openTagCount - 1] >= length) {
            openTagCount--;
        }
        if (comment >= length) {
            comment = -1;
        }
        lastAmpersand = -1;
        for (int i = length - 1; i >= 0 && i >= length - LONGEST_ENTITY; i--) {
            char c = out.charAt(i);
            if (c == '&') {
                lastAmpersand = i;
                break;
            }
            if (!Characters.isAsciiAlphanumeric(c) && c != '#') {
                break;
            }
        }
    }

    private void pushTag(int at) {
        if (openTagCount == openTags.length) {
            openTags = Arrays.copyOf(openTags, openTagCount * 2);
        }
        openTags[openTagCount++] = at;
    }

    private void endTag(int end) {
        if (comment >= 0 && endsWith("-->")) {
            int open = comment;
            comment = -1;
            if (out.length() - open >= "<!---->".length() && hanFrom(open) <= MOST_HAN_IN_MARKUP) {
                cutBack(open);
            }
            return;
        }
        if (openTagCount == 0) {
            return;
        }
        int open = openTags[openTagCount - 1];
        if (out.length() - open > LONGEST_TAG || hanFrom(open) > MOST_HAN_IN_MARKUP || !removeTag(open, end)) {
            // The first > closes a tag. This was none, so none of the < before it opens one.
            openTagCount = 0;
        }
    }

    private boolean removeTag(int open, int end) {
        String inside = out.subSequence(open + 1, out.length() - 1);
        int start = out.rawStart(open);
        int escaped = inside.startsWith("U+") ? Markup.number(inside.substring(2), 16) : -1;
        if (escaped >= 0) {
            cutBack(open);
            if (Character.isBmpCodePoint(escaped)) {
                accept((char) escaped, start, end);
            } else {
                pair(escaped, start, end);
            }
            return true;
        }
        Effect effect = markup.effect(inside);
        if (effect == null) {
            return false;
        }
        cutBack(open);
        switch (effect) {
            case LINE -> line(start, end);
            case SPACE -> space(' ', start, end);
            case SKIP -> skipContent(inside);
            case NOTHING -> {}
        }
        return true;
    }

    /** Leaves out everything up to the closing tag; nothing where there is none or where too much text stands before it. */
    private void skipContent(String inside) {
        int nameEnd = 0;
        while (nameEnd < inside.length() && Characters.isAsciiAlphanumeric(inside.charAt(nameEnd))) {
            nameEnd++;
        }
        String closing = "</" + inside.substring(0, nameEnd).toLowerCase(Locale.ROOT);
        if (neverClosed.contains(closing)) {
            return;
        }
        int han = 0;
        for (int at = next; at < raw.length() && han <= MOST_HAN_IN_SCRIPT; at++) {
            if (raw.charAt(at) == '<' && raw.regionMatches(true, at, closing, 0, closing.length())) {
                next = at;
                return;
            }
            if (Characters.isHan(raw.charAt(at))) {
                han++;
            }
        }
        neverClosed.add(closing);
    }

    private int hanFrom(int from) {
        int han = 0;
        for (int i = from; i < out.length(); i++) {
            if (Characters.isHan(out.charAt(i))) {
                han++;
            }
        }
        return han;
    }

    private boolean endsWith(String tail) {
        int at = out.length() - tail.length();
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < tail.length(); i++) {
            if (out.charAt(at + i) != tail.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void space(char c, int start, int end) {
        if (lastAmpersand >= 0) {
            endEntity(' ', end);
        }
        spaces += c == '\u3000' ? 2 : 1;
        int n = out.length();
        if (spaces >= 4 && out.at(n - 1) == ' ' && SENTENCE_END.indexOf(out.at(n - 2)) >= 0) {
            // A sentence end and the indentation of a paragraph, whose line break was lost.
            out.set(n - 1, '\n');
        } else {
            WhiteSpace.appendSpace(out, start, end);
        }
    }

    private void line(int start, int end) {
        if (lastAmpersand >= 0) {
            endEntity(' ', end);
        }
        spaces = 0;
        WhiteSpace.appendLineEnd(out, start, end);
    }
}
