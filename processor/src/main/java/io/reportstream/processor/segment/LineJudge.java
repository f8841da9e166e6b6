package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.processor.segment.BoilerplateLexicon.Use;
import io.reportstream.processor.segment.LineTokens.Token;
import java.util.List;

/** Judges a line by itself: boilerplate, content, or content with boilerplate before or behind it. */
final class LineJudge {
    /** Longer lines are running text; only what stands at their ends can be boilerplate. */
    private static final int LONGEST_SHORT_LINE = 400;

    private static final int HEAD_WINDOW = 200;
    private static final int TAIL_WINDOW = 300;
    private static final String BULLETS = "·•●■◆★※>»→-—*|[【(《\"“#";
    private static final String SENTENCE_END = "。!?;";

    private final BoilerplateLexicon lexicon;

    LineJudge(BoilerplateLexicon lexicon) {
        this.lexicon = lexicon;
    }

    LineVerdict read(Line line) {
        if (line.length() > LONGEST_SHORT_LINE) {
            return readLong(line);
        }
        CompactLine compact = new CompactLine(line.text(), 0, line.length());
        String text = compact.text();
        Kind shape = LineShapes.kind(line.text(), text);
        if (shape != null) {
            return LineVerdict.whole(line, shape);
        }
        List<Token> tokens = LineTokens.read(lexicon, compact);
        int stamp = LineTokens.stampEnd(text, 0);
        if (stamp == text.length() && text.indexOf('年') < 0) {
            return LineVerdict.whole(line, Kind.BYLINE);
        }
        if (tokens.isEmpty()) {
            return LineVerdict.content(line);
        }
        return readTokens(line, compact, tokens);
    }

    private LineVerdict readTokens(Line line, CompactLine compact, List<Token> tokens) {
        String text = compact.text();
        Token first = tokens.get(0);
        boolean opens = onlyBullets(text, first.start());
        Kind kind = LineTokens.kind(tokens);
        Token last = tokens.get(tokens.size() - 1);
        boolean listed = isList(text, first.end());
        boolean listOpens = opens && first.surface().use() == Use.LIST && (listed || text.length() - first.end() <= 30);
        boolean listAtEnd = last.surface().use() == Use.LIST && text.length() - last.end() <= 1 && text.length() <= 60;
        if (listOpens || listAtEnd) {
            return LineVerdict.list(line, (listOpens ? first : last).surface().kind());
        }
        if (opens && first.surface().use() == Use.LINE && isSeparateWord(text, first)) {
            return LineVerdict.whole(line, first.surface().kind());
        }
        if (isBreadcrumb(text, tokens)) {
            return LineVerdict.whole(line, Kind.NAVIGATION);
        }
        int glued = GluedTitles.start(compact, tokens);
        if (glued > 0) {
            return new LineVerdict(line.start() + compact.origin(glued), line.end(), kind, null, null, false);
        }
        Coverage coverage = Coverage.of(text, tokens);
        for (Token token : tokens) {
            if (token.surface().use() == Use.STRONG && text.length() <= 200 && isNotice(text, token)) {
                return footer(line, compact, tokens, token.surface().kind());
            }
            if (token.surface().use() == Use.SENTENCE
                    && clauseStart(text, token.start()) == 0
                    && clauseEnd(text, token.end()) == text.length()) {
                return LineVerdict.whole(line, token.surface().kind());
            }
        }
        if (coverage.isBoilerplate()) {
            return LineVerdict.whole(line, kind);
        }
        LineVerdict cut = cut(line, compact, tokens);
        boolean uncut = cut.contentStart() == line.start() && cut.contentEnd() == line.end();
        if (uncut && coverage.isPossible() && !TitleRules.isTitle(text)) {
            return LineVerdict.possible(line, kind);
        }
        return cut;
    }

    /** A footer, but for a title that runs on in the same line. */
    private static LineVerdict footer(Line line, CompactLine compact, List<Token> tokens, Kind kind) {
        Token last = tokens.get(tokens.size() - 1);
        Token strong = last;
        for (Token token : tokens) {
            if (token.surface().use() == Use.STRONG) {
                strong = token;
            }
        }
        int from = strong.start() + strong.surface().text().length();
        String rest = compact.text().substring(from);
        if (TitleRules.isTitle(rest)) {
            return new LineVerdict(line.start() + compact.origin(from), line.end(), kind, null, null, false);
        }
        return LineVerdict.whole(line, kind);
    }

    /** Looks at both ends of a line of running text. */
    private LineVerdict readLong(Line line) {
        CompactLine head = new CompactLine(line.text(), 0, HEAD_WINDOW);
        CompactLine tail = new CompactLine(line.text(), line.length() - TAIL_WINDOW, line.length());
        int start = headEnd(head, LineTokens.read(lexicon, head));
        List<Token> tailTokens = LineTokens.read(lexicon, tail);
        int end = tailStart(tail, tailTokens);
        Kind kind = LineTokens.kind(tailTokens);
        return new LineVerdict(
                line.start() + start,
                line.start() + end,
                start > 0 ? LineTokens.kind(LineTokens.read(lexicon, head)) : null,
                end < line.length() ? kind : null,
                null,
                false);
    }

    private LineVerdict cut(Line line, CompactLine compact, List<Token> tokens) {
        int start = headEnd(compact, tokens);
        int end = Math.max(start, tailStart(compact, tokens));
        Kind kind = LineTokens.kind(tokens);
        if (end - start < 2) {
            return LineVerdict.whole(line, kind);
        }
        return new LineVerdict(
                line.start() + start,
                line.start() + end,
                start > 0 ? kind : null,
                end < line.length() ? kind : null,
                null,
                false);
    }

    /** Where content begins behind a row of surfaces at the head; the start of the stretch if there is none. */
    private static int headEnd(CompactLine line, List<Token> tokens) {
        int end = 0;
        int counted = 0;
        for (Token token : tokens) {
            int stamp = LineTokens.stampEnd(line.text(), end);
            if (token.start() - Math.max(end, stamp) > 2
                    && !onlySigns(line.text(), Math.max(end, stamp), token.start())) {
                break;
            }
            if (token.counts() || counted > 0) {
                counted += token.counts() ? 1 : 0;
            }
            end = token.tight();
        }
        if (counted < 2) {
            return line.origin(0);
        }
        end = Math.max(end, LineTokens.stampEnd(line.text(), end));
        while (end < line.text().length() && ">]】)|».-".indexOf(line.text().charAt(end)) >= 0) {
            end++;
        }
        return line.origin(end);
    }

    /** Where a row of surfaces begins that runs to the end of the stretch; the end if there is none. */
    private static int tailStart(CompactLine line, List<Token> tokens) {
        String text = line.text();
        int start = text.length();
        int counted = 0;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean breaks = isTailBreak(line, token);
            if (breaks
                    && (token.surface().use() == Use.LINE || token.surface().use() == Use.LIST)
                    && !hasSentence(text.substring(token.end()))) {
                return line.originAfter(bulletStart(text, token.start()));
            }
            if (token.surface().use() == Use.STRONG
                    && isNotice(text.substring(clauseStart(text, token.start())), token)) {
                return line.originAfter(clauseStart(text, token.start()));
            }
            if (token.surface().use() == Use.SENTENCE) {
                int from = clauseStart(text, token.start());
                int to = clauseEnd(text, token.end());
                if (to == text.length() && from > 0) {
                    return line.originAfter(from);
                }
            }
            if (start - token.end() <= 2 || onlySigns(text, token.end(), start)) {
                start = token.start();
                counted += token.counts() ? 1 : 0;
            } else {
                break;
            }
        }
        return counted >= 2 ? line.originAfter(bulletStart(text, start)) : line.origin(text.length());
    }

    /** A footer has no full stop; a copyright notice may end in one. */
    private static boolean isNotice(String text, Token token) {
        int stop = text.indexOf('。');
        boolean last = stop == text.length() - 1 && text.length() <= 100;
        return stop < 0 || (last && token.surface().kind() == Kind.COPYRIGHT);
    }

    private static boolean isTailBreak(CompactLine line, Token token) {
        int at = token.start();
        return at > 0 && (line.spaceBefore(at) || "。!?;”)】]".indexOf(line.text().charAt(at - 1)) >= 0);
    }

    private static int clauseStart(String text, int at) {
        int i = at;
        while (i > 0 && SENTENCE_END.indexOf(text.charAt(i - 1)) < 0) {
            i--;
        }
        return i;
    }

    private static int clauseEnd(String text, int at) {
        int i = at;
        while (i < text.length() && SENTENCE_END.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return Math.min(text.length(), i + 1);
    }

    private static int bulletStart(String text, int at) {
        int i = at;
        while (i > 0 && "[【(>|".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isBreadcrumb(String text, List<Token> tokens) {
        int crumbs = 0;
        for (int i = 0; i < text.length(); i++) {
            crumbs += ">»→›".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        boolean steps = crumbs > 1;
        boolean navigation = tokens.stream()
                .anyMatch(token -> token.surface().kind() == Kind.NAVIGATION && (token.counts() || steps));
        return crumbs > 0 && navigation && text.length() <= 120 && !hasSentence(text);
    }

    /** 相关链接: or 【推荐阅读】★ with its links in the same line. */
    private static boolean isList(String text, int from) {
        int at = from;
        while (at < text.length() && "】])".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean opens = at < text.length() && ":★·●■◆※►▶".indexOf(text.charAt(at)) >= 0;
        return opens && text.length() <= 200 && text.indexOf('。') < 0;
    }

    private static boolean onlyBullets(String text, int to) {
        for (int i = 0; i < to; i++) {
            if (BULLETS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlySigns(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparateWord(String text, Token token) {
        int after = token.start() + token.surface().text().length();
        return token.surface().text().length() > 3
                || after >= text.length()
                || !Character.isIdeographic(text.charAt(after));
    }

    /** A sentence end with text behind it, or a long text that ends in one. */
    private static boolean hasSentence(String text) {
        int stop = text.indexOf('。');
        return stop >= 0 && text.length() > 40;
    }
}
