package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.processor.segment.Years.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The year that a document covers: from its title, its headings, its date, its opening, and the years in its text. */
final class YearRules {
    private static final Pattern ANNUAL = Pattern.compile("^[^,。;]{0,14}?(?:考核|考评|评比|评价|评选|末|底|全年)");
    private static final Pattern LOOKS_AHEAD = Pattern.compile("打算|计划|思路|重点|安排|要点|目标|建议|部署|任务|展望|谋划|举措|措施");
    private static final Pattern LOOKS_BACK = Pattern.compile("回顾|总结|完成|情况|成绩|成效|以来|主要工作|做法");
    private static final int OPENING = 300;

    private final Genre genre;
    private final String title;
    private final List<Piece> pieces;
    private final String page;

    private YearRules(Genre genre, String title, List<Piece> pieces, String page) {
        this.genre = genre;
        this.title = title;
        this.pieces = pieces;
        this.page = page;
    }

    /**
     * Finds the year.
     *
     * @param title without spaces; empty if there is none
     * @param page boilerplate around and in the head of the document
     * @return null where the text does not tell
     */
    static @Nullable Integer find(Genre genre, String title, List<Piece> pieces, String page) {
        YearRules rules = new YearRules(genre, title, pieces, page);
        Integer year = rules.fromTitle();
        year = year != null ? year : rules.fromSpeech();
        year = year != null ? year : rules.fromHeadings();
        year = year != null ? year : rules.fromDate();
        year = year != null ? year : rules.fromOpening();
        return year != null ? year : rules.fromText();
    }

    private @Nullable Integer fromTitle() {
        List<Mention> years = Years.in(title);
        if (years.isEmpty()) {
            return null;
        }
        int first = years.stream().mapToInt(Mention::year).min().orElseThrow();
        boolean annualReport = title.contains("政府工作报告") || title.contains("会议上的报告");
        return annualReport && years.size() == 1 && reportsYearBefore(first)
                ? Integer.valueOf(first - 1)
                : Integer.valueOf(first);
    }

    /** A government reports in spring on the year before. */
    private boolean reportsYearBefore(int year) {
        Mention date = day(headText());
        if (date != null) {
            return date.year() == year && date.month() <= 6;
        }
        int before = 0;
        int same = 0;
        for (Mention each : Years.in(opening(3000))) {
            before += each.year() == year - 1 ? 1 : 0;
            same += each.year() == year ? 1 : 0;
        }
        return before > 0 || same == 0;
    }

    /** A report to a people's congress in spring looks back to the year before, whatever year its headings name. */
    private @Nullable Integer fromSpeech() {
        boolean toCongress = title.contains("政府工作报告") || opening(OPENING).contains("向大会报告工作");
        Mention date = toCongress ? day(headText()) : null;
        return date != null && date.month() <= 4 ? Integer.valueOf(date.year() - 1) : null;
    }

    private @Nullable Integer fromHeadings() {
        List<Integer> unclear = new ArrayList<>();
        Integer ahead = null;
        for (Piece piece : pieces) {
            List<Mention> years =
                    piece.length() <= 40 && !piece.isProse() && !piece.isDay() ? Years.in(piece.text()) : List.of();
            if (years.isEmpty() || piece.text().equals(title) || years.get(0).month() > 0 || piece.isDialogue()) {
                continue;
            }
            int year = years.get(0).year();
            if (LOOKS_BACK.matcher(piece.text()).find()) {
                return year;
            }
            if (LOOKS_AHEAD.matcher(piece.text()).find()) {
                ahead = ahead == null ? Integer.valueOf(year) : ahead;
            } else if (piece.isNumbered()) {
                unclear.add(year);
            }
        }
        if (!unclear.isEmpty()) {
            return unclear.stream().min(Integer::compare).orElseThrow();
        }
        if (ahead == null || genre == Genre.PLAN) {
            return ahead;
        }
        return genre == Genre.INTERVIEW ? null : Integer.valueOf(ahead - 1);
    }

    /** The day on which the document was given, signed or published. */
    private @Nullable Integer fromDate() {
        Mention spoken = day(headText());
        Mention date = spoken != null ? spoken : day(tailText());
        date = date != null ? date : day(page);
        if (date == null) {
            return null;
        }
        boolean wholeYear = genre == Genre.SUMMARY && !opening(OPENING).contains("今年");
        boolean annual = title.contains("政府工作报告")
                || title.contains("总结")
                || opening(OPENING).contains("报告");
        return wholeYear && annual && date.month() <= 4
                ? Integer.valueOf(date.year() - 1)
                : Integer.valueOf(date.year());
    }

    private @Nullable Integer fromOpening() {
        for (Mention each : Years.in(opening(OPENING))) {
            return each.year();
        }
        return null;
    }

    /** The latest year that the text looks back to; the one after it, if the text tells of a later 今年. */
    private @Nullable Integer fromText() {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        TreeMap<Integer, Integer> annual = new TreeMap<>();
        StringBuilder body = new StringBuilder();
        pieces.forEach(piece -> body.append(piece.text()).append('\n'));
        String text = body.toString();
        for (Mention each : Years.in(text)) {
            char before = each.start() > 0 ? text.charAt(each.start() - 1) : '\n';
            if ("到至(〔[".indexOf(before) < 0) {
                counts.merge(each.year(), 1, Integer::sum);
                String after = text.substring(each.end(), Math.min(text.length(), each.end() + 20));
                annual.merge(each.year(), ANNUAL.matcher(after).find() ? 1 : 0, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return null;
        }
        if (genre != Genre.INTERVIEW) {
            return mostFrequent(counts);
        }
        int latest = counts.lastKey();
        boolean past = counts.get(latest).equals(annual.get(latest));
        return past && text.contains("今年") ? latest + 1 : latest;
    }

    private static Integer mostFrequent(NavigableMap<Integer, Integer> counts) {
        Integer best = counts.lastKey();
        for (Map.Entry<Integer, Integer> each : counts.descendingMap().entrySet()) {
            best = each.getValue() > counts.get(best) ? each.getKey() : best;
        }
        return best;
    }

    /** The first whole date; a bare year is none. */
    private static @Nullable Mention day(String text) {
        return Years.in(text).stream()
                .filter(each -> each.month() > 0)
                .findFirst()
                .orElse(null);
    }

    private String headText() {
        StringBuilder head = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.isProse() || head.length() > OPENING) {
                break;
            }
            head.append(piece.text()).append('\n');
        }
        return head.toString();
    }

    private String tailText() {
        StringBuilder tail = new StringBuilder();
        for (int i = Math.max(0, pieces.size() - 3); i < pieces.size(); i++) {
            if (pieces.get(i).length() <= 40) {
                tail.append(pieces.get(i).text()).append('\n');
            }
        }
        return tail.toString();
    }

    /** The first characters of the running text. */
    private String opening(int length) {
        StringBuilder opening = new StringBuilder();
        for (Piece piece : pieces) {
            if (opening.length() >= length) {
                break;
            }
            if (piece.isProse()) {
                opening.append(piece.text()).append('\n');
            }
        }
        return opening.substring(0, Math.min(length, opening.length()));
    }
}
