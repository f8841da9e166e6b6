package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import io.reportstream.processor.lexicon.Tsv;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the titles of reports look like. */
final class TitleRules {
    static final int LONGEST = 90;

    private static final Map<String, Genre> NOUNS = load();
    private static final int LONGEST_NOUN = 8;

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\\d]{1,3}[)]|\\d{1,2}[、.)](?!\\d)|[①-⑳]|第[一二三四五六七八九十\\d]{1,3}[章节条部]|[一二三四五六七八九十]是|——?\\d{0,4}(?!\\d))");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:[(〔\\[][^()〔〕\\[\\]]{1,20}[)〕\\]]|[\"”》。.!、,:;_-]+|全文|摘要|范文|精选|合集|[一二三四五六七八九十\\d]+篇|最新)+$");
    private static final Pattern OWNER =
            Pattern.compile("[12]\\d{3}|二[〇○零O0]|一九|20xx|[省市县区州盟旗镇乡]|局|委|办|厅|政府|公司|中心|学校|医院|学院|街道|集团|协会");

    private static final Pattern OFFICE = Pattern.compile("[\\u4e00-\\u9fa5](?:[省市县区州盟旗镇乡局委办厅院]|政府|公司|中心|学校|街道|集团|协会)");

    private TitleRules() {}

    /** Whether a line reads as the title of a report: not numbered, no sentence, and its last noun is one of a report. */
    static boolean isTitle(String line) {
        String text = line.replace(" ", "");
        if (text.length() < 4
                || text.length() > LONGEST
                || text.indexOf('。') >= 0
                || NUMBERED.matcher(text).find()) {
            return false;
        }
        return genre(text) != null && !isSentence(text);
    }

    /** Whether a title also names a year, a place or an office, as headings inside a report seldom do. */
    static boolean isStrongTitle(String line) {
        return isTitle(line)
                && line.replace(" ", "").length() >= 8
                && OWNER.matcher(line).find();
    }

    /** Whether a title names a place or an office. */
    static boolean namesOwner(String line) {
        return OFFICE.matcher(line).find();
    }

    static boolean isNumbered(String line) {
        return NUMBERED.matcher(line.replace(" ", "")).find();
    }

    /** The kind of document that a title announces; null if it does not say. */
    static @Nullable Genre genre(String title) {
        String text = SUFFIX.matcher(title.replace(" ", "")).replaceFirst("");
        int quote = text.indexOf("印发《");
        if (quote >= 0 && text.endsWith("通知") && text.indexOf('》', quote) > 0) {
            return genre(text.substring(quote + 3, text.indexOf('》', quote))); // 关于印发《…工作要点》的通知
        }
        for (Map.Entry<String, Genre> noun : NOUNS.entrySet()) {
            if (noun.getValue() == Genre.INTERVIEW && text.contains(noun.getKey())) {
                return Genre.INTERVIEW;
            }
        }
        if (text.startsWith("访") || text.contains("——访")) {
            return Genre.INTERVIEW;
        }
        for (int length = Math.min(LONGEST_NOUN, text.length()); length > 1; length--) {
            Genre genre = NOUNS.get(text.substring(text.length() - length));
            if (genre != null) {
                return genre == Genre.PLAN && looksBack(text) ? Genre.SUMMARY : genre;
            }
        }
        return null;
    }

    /** Whether a title that ends in plans announces a look back before them. */
    private static boolean looksBack(String title) {
        for (Map.Entry<String, Genre> noun : NOUNS.entrySet()) {
            int at = noun.getValue() == Genre.SUMMARY ? title.indexOf(noun.getKey()) : -1;
            String after = at < 0 ? "" : title.substring(at + noun.getKey().length());
            if (after.startsWith("及")
                    || after.startsWith("和")
                    || after.startsWith("与")
                    || after.startsWith("暨")
                    || after.startsWith("、")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSentence(String text) {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            commas += text.charAt(i) == ',' ? 1 : 0;
        }
        return commas > 2 || text.indexOf(';') >= 0;
    }

    private static Map<String, Genre> load() {
        Map<String, Genre> nouns = new LinkedHashMap<>();
        for (Tsv.Row row : Tsv.load("lexicon/titles.tsv").rows()) {
            if (nouns.put(row.text("noun"), row.constant("genre", Genre.class)) != null) {
                throw row.error("second row for this noun");
            }
        }
        return Map.copyOf(nouns);
    }
}
