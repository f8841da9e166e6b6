package io.reportstream.processor.extract;

import io.reportstream.contract.Genre;
import io.reportstream.contract.MetricStatus;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns time expressions into dates. What is relative to the time of writing (去年, 上半年) is resolved only where the year
 * that the document covers tells it without doubt: a report of January calls the year it looks back on 去年, an interview of
 * July does not.
 */
final class PeriodDates {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})年?[-—–~至到](\\d{4})年");
    private static final Pattern YEAR = Pattern.compile("^(\\d{4})年");
    private static final Pattern PLAN = Pattern.compile("([一二三四五六七八九十]{1,2})·?五");
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})月?[-—–~至到](\\d{1,2})月");
    private static final Pattern FIRST = Pattern.compile("前(\\d{1,2})(个?季度|个月)");
    private static final Pattern QUARTER = Pattern.compile("(\\d)季度");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");

    private static final Pattern QUOTES = Pattern.compile("[“”\"‘’]");
    private static final Pattern UNTIL = Pattern.compile("^截[至止]到?");
    /** Opens what is said of the year that the document covers. */
    private static final Pattern OWN = Pattern.compile("今年|本年|当年|全年|年[内初底末]|[上下]半年|第?\\d季度|前\\d|\\d{1,2}[-—–~至到月]");

    private final @Nullable Integer year;
    private final Genre genre;
    /** Most numbers of a document share a few expressions. */
    private final Map<MetricStatus, Map<String, Period>> known = new EnumMap<>(MetricStatus.class);

    /** @param year the one that the document covers, if the text tells */
    PeriodDates(@Nullable Integer year, Genre genre) {
        this.year = year;
        this.genre = genre;
    }

    Period of(String expression, MetricStatus status) {
        return known.computeIfAbsent(status, unused -> new HashMap<>())
                .computeIfAbsent(expression, unused -> dates(expression, status));
    }

    private Period dates(String expression, MetricStatus status) {
        String text = digits(QUOTES.matcher(expression).replaceAll(""));
        boolean until = text.startsWith("截");
        text = UNTIL.matcher(text).replaceFirst("");
        Period period = read(text, status);
        if (until) {
            return period.until();
        }
        return text.endsWith("以来") ? period.since() : period;
    }

    private Period read(String text, MetricStatus status) {
        Matcher years = YEARS.matcher(text);
        if (years.find()) {
            return new Period(
                    Period.year(number(years, 1)).start(),
                    Period.year(number(years, 2)).end());
        }
        Matcher plan = PLAN.matcher(text);
        if (plan.find()) {
            int first = 2016 + 5 * (DateNumbers.small(plan.group(1)) - 13);
            Period whole = new Period(
                    Period.year(first).start(), Period.year(first + 4).end());
            return text.endsWith("末") ? whole.close() : text.endsWith("初") ? Period.UNKNOWN : whole;
        }
        Integer base = base(text, status);
        return base == null ? Period.UNKNOWN : within(base, text);
    }

    /** The year that the expression is about. */
    private @Nullable Integer base(String text, MetricStatus status) {
        Matcher explicit = YEAR.matcher(text);
        if (explicit.find()) {
            return number(explicit, 1);
        }
        boolean plain = genre == Genre.INTERVIEW || status == MetricStatus.ACTUAL;
        if (year == null || text.startsWith("近") || text.contains("年来") || text.contains("年间")) {
            return null;
        }
        if (text.startsWith("明年")) {
            return year + 1;
        }
        if (text.startsWith("去年") || text.startsWith("前年")) {
            return genre == Genre.INTERVIEW ? Integer.valueOf(text.startsWith("去") ? year - 1 : year - 2) : null;
        }
        boolean own = OWN.matcher(text).lookingAt();
        return own && plain ? year : null;
    }

    private static Period within(int year, String text) {
        Matcher day = DAY.matcher(text);
        if (day.find()) {
            return day(year, number(day, 1), number(day, 2));
        }
        Matcher months = MONTHS.matcher(text);
        if (months.find()) {
            return checked(year, number(months, 1), number(months, 2));
        }
        Matcher first = FIRST.matcher(text);
        if (first.find()) {
            int count = number(first, 1);
            return checked(year, 1, first.group(2).endsWith("月") ? count : 3 * count);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.find()) {
            int last = 3 * number(quarter, 1);
            Period whole = checked(year, last - 2, last);
            return text.endsWith("末") ? whole.close() : whole;
        }
        Matcher month = MONTH.matcher(text);
        if (month.find()) {
            Period whole = checked(year, number(month, 1), number(month, 1));
            return text.endsWith("底") || text.endsWith("末") ? whole.close() : whole;
        }
        if (text.contains("上半年")) {
            return Period.months(year, 1, 6);
        }
        if (text.contains("下半年")) {
            return Period.months(year, 7, 12);
        }
        if (text.endsWith("底") || text.endsWith("末")) {
            return Period.year(year).close();
        }
        if (text.endsWith("年初") || text.matches(".*(旬|季|季开学)")) {
            return Period.UNKNOWN;
        }
        return Period.year(year);
    }

    private static Period checked(int year, int first, int last) {
        return first < 1 || last > 12 || first > last ? Period.UNKNOWN : Period.months(year, first, last);
    }

    private static Period day(int year, int month, int day) {
        Period whole = checked(year, month, month);
        if (whole.start() == null
                || whole.end() == null
                || day < 1
                || day > whole.end().getDayOfMonth()) {
            return Period.UNKNOWN;
        }
        return new Period(whole.start().withDayOfMonth(day), whole.start().withDayOfMonth(day));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Chinese numbers before 年, 月, 日, 季 and 个 as digits; 十三五 is left alone. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && (text.charAt(end) == '十' || ChineseNumerals.digit(text.charAt(end)) >= 0)) {
                end++;
            }
            boolean dated = end > i && end < text.length() && "年月日季个-—–~至到".indexOf(text.charAt(end)) >= 0;
            if (!dated) {
                end = Math.max(end, i + 1);
                out.append(text, i, end);
            } else if (end - i == 4 && DateNumbers.year(text, i) > 0) {
                out.append(DateNumbers.year(text, i));
            } else {
                out.append(DateNumbers.small(text.substring(i, end)));
            }
            i = end;
        }
        return out.toString();
    }
}
