package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what sites that collect model texts write above and below a report. */
final class Forewords {
    /** How far the foreword reaches at most, in characters. */
    private static final int FARTHEST = 800;

    private static final int LONGEST = 300;
    private static final int MOST_SHORT_LINES = 8;

    private static final String YOU = "(?:您|你|大家|(?:广大|各位)?(?:网友|读者))";
    private static final String COLLECTED = "(?:精心)?(?:搜集|收集|整理|准备|推荐|带来)";
    /** One is enough. */
    private static final Pattern SURE = Pattern.compile(
            "(?:下面|以下|这里)[是为][^。!?,;]{0,12}?[为给]" + YOU + COLLECTED
                    + "|(?:下面|以下)[是为][^。!?;]{0,40}?(?:范文|模板)|希望能?[对给][您你][^。!?,;]{0,6}?(?:帮助|启发|启迪)"
                    + "|(?:下面|以下|这里)[是为][^。!?,;]{0,16}?(?:搜集|收集|整理)的|小编[^。!?,;]{0,8}?(?:搜集|收集|整理|准备|推荐|带来|分享)"
                    + "|希望能?够?(?:帮助?到|[对给])?(?:[您你]|大家)[^。!?,;]{0,4}?(?:帮助|启发)|希望能?够?帮助?到(?:[您你]|大家)|更多[^。!?,;]{0,20}?(?:敬请|请)(?:继续)?关注");
    /** Also said in speeches; two of them are needed. */
    private static final Pattern HINT = Pattern.compile(
            "供" + YOU
                    + "(?:学习|阅读)?(?:和|与)?(?:借鉴|参考|参阅|阅读|学习)|欢迎(?:大家|您|各位)?(?:阅读|下载|参阅|借鉴)|希望能?[对给]大家[^。!?,;]{0,6}?(?:帮助|启发|启迪)|(?:怎样|怎么|如何)写|范文|模板");

    private static final Pattern TAIL = Pattern.compile("^以上就?是[^。!?,;]{0,12}?[为给]" + YOU + "(?:精心)?(?:搜集|收集|整理)的"
            + "|^更多[^。!?,;]{0,30}?(?:敬请|请)(?:继续)?关注(?:本站|我们|[^。!?,;]{0,12}?(?:网|栏目|频道))");
    private static final Pattern YEAR = Pattern.compile("\\d{4}年");

    private Forewords() {}

    static void mark(List<Line> lines, List<LineVerdict> verdicts) {
        tails(lines, verdicts);
        int seen = 0;
        int shortLines = 0;
        for (int i = 0; i < lines.size() && seen <= FARTHEST && shortLines <= MOST_SHORT_LINES; i++) {
            Line line = lines.get(i);
            if (verdicts.get(i).isWhole()) {
                continue;
            }
            int end = end(line);
            if (end > 0) {
                before(lines, verdicts, i);
                verdicts.set(i, cut(line, verdicts.get(i), end));
            } else if (TitleRules.isNumbered(line.text()) || (isParagraph(line) && hasFigure(line.text()))) {
                return;
            }
            seen += line.length();
            shortLines += isParagraph(line) ? 0 : 1;
        }
    }

    private static void tails(List<Line> lines, List<LineVerdict> verdicts) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!verdicts.get(i).isWhole()
                    && line.length() <= 160
                    && TAIL.matcher(line.text().replace(" ", "")).find()) {
                verdicts.set(i, LineVerdict.whole(line, Kind.AGGREGATOR));
            }
        }
    }

    /** Paragraphs above the one that tells what the page holds belong to the foreword too. */
    private static void before(List<Line> lines, List<LineVerdict> verdicts, int at) {
        for (int i = at - 1; i >= 0 && (verdicts.get(i).isWhole() || isParagraph(lines.get(i))); i--) {
            if (!verdicts.get(i).isWhole()) {
                verdicts.set(i, LineVerdict.whole(lines.get(i), Kind.AGGREGATOR));
            }
        }
    }

    private static LineVerdict cut(Line line, LineVerdict verdict, int end) {
        int start = line.start() + end;
        return start >= verdict.contentEnd()
                ? LineVerdict.whole(line, Kind.AGGREGATOR)
                : new LineVerdict(start, verdict.contentEnd(), Kind.AGGREGATOR, verdict.tail(), null, false);
    }

    /** Where the foreword in a line ends; 0 if it holds none. */
    private static int end(Line line) {
        CompactLine compact = new CompactLine(line.text(), 0, Math.min(line.length(), LONGEST));
        String text = compact.text();
        int first = text.length();
        int last = 0;
        int weight = 0;
        Matcher sure = SURE.matcher(text);
        while (sure.find()) {
            weight += 2;
            first = Math.min(first, sure.start());
            last = Math.max(last, sure.end());
        }
        Matcher hint = HINT.matcher(text);
        while (hint.find()) {
            weight++;
            first = Math.min(first, hint.start());
            last = Math.max(last, hint.end());
        }
        boolean dialogue = text.substring(0, Math.min(12, text.length())).indexOf(':') > 0;
        if (weight < 2 || dialogue || !hasSentence(text) || hasFigure(text.substring(0, first))) {
            return 0;
        }
        while (last < text.length() && "。!?:".indexOf(text.charAt(last)) < 0) {
            last++;
        }
        boolean runsOn = last == text.length() && line.length() > LONGEST;
        return runsOn ? 0 : compact.origin(Math.min(text.length(), last + 1));
    }

    private static boolean isParagraph(Line line) {
        return line.isProse() || (line.length() > 12 && hasSentence(line.text()));
    }

    private static boolean hasSentence(String text) {
        return text.codePoints().anyMatch(c -> "。!?".indexOf(c) >= 0);
    }

    /** Whether a number other than a year stands in the text. */
    private static boolean hasFigure(String text) {
        return YEAR.matcher(text).replaceAll("").codePoints().anyMatch(Character::isDigit);
    }
}
