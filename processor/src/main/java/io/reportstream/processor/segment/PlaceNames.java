package io.reportstream.processor.segment;

import io.reportstream.processor.lexicon.Tsv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the names of places in text: those of {@link Places}, and others by their kind and what stands before them. */
final class PlaceNames {
    /** The last characters of names. */
    static final String KINDS = "省市县区州盟旗";

    /** Of 街道 the last. */
    static final String KINDS_OF_TOWNS = "镇乡道";

    private static final int LONGEST_UNKNOWN_STEM = 4;
    /** How far behind a name its office is looked for. */
    private static final int REACH = 16;
    /** Behind one of these a name can begin. */
    private static final String BEFORE_NAMES = "在于为是由向对与和及以把从到经的了将让年月日度省市县区州盟旗委共会访请聘代届:";

    private static final List<String> IN_WORDS = List.of(
            "市民", "市场", "市容", "市值", "市价", "市面", "区域", "区块", "区间", "区位", "区划", "区别", "区分", "省份", "旗帜", "旗舰", "盟友");

    /** Where a word stands that makes a name impossible. */
    private enum Where {
        END,
        /** As END, but a name of three characters may end in it where an office or a year follows: 桐山区残联. */
        TAIL,
        INSIDE
    }

    /** What follows the name of a place that is not in the list. */
    private static final Pattern OWNED = Pattern.compile(
            "(?:\\d{4}年|二[〇○零O0]|人民政府|政府|委|人大|政协|第?[一二三四五六七八九十\\d]{1,3}届|[\\u4e00-\\u9fa5]{0,8}?(?:局|厅|委员会|办公室|联合会|残联|总工会|法院|检察院))");
    /** 大湾区, 新城区, 石山区 are kinds of land or town. */
    private static final String NOT_FIRST = "大老新主中小东西南北旧高深石半临空保贫";
    /** Before 沙县 and the like, these begin no longer name. */
    private static final String TOWARDS = "赴往去至驻援入出离近距过抵";

    private static final Map<String, Where> NOT_NAMES = load();

    private PlaceNames() {}

    /**
     * The name that ends with the character at {@code last}.
     *
     * @return null if no name ends there, or if it is not clear where it begins
     */
    static @Nullable String endingAt(String text, int last) {
        String known = Places.all().nameBefore(text, last + 1);
        if (known != null && known.length() > 2) {
            return known;
        }
        if (text.charAt(last) == '道' && text.charAt(last - 1) != '街') {
            return null;
        }
        int from = last;
        while (from > 0 && last - from < LONGEST_UNKNOWN_STEM + 1 && isNamePart(text.charAt(from - 1))) {
            from--;
        }
        boolean bounded = last - from <= LONGEST_UNKNOWN_STEM;
        String name = text.substring(from, last + 1);
        boolean unlisted = bounded && name.length() > 2 && !goesOn(text, last) && isName(name, text, last + 1);
        if (known != null) { // 沙县, the end of 乌沙县 too
            return unlisted && name.length() == 3 && TOWARDS.indexOf(name.charAt(0)) < 0 ? name : known;
        }
        return unlisted ? name : null;
    }

    /** Whether the kind of place is only the first half of a word: 市民, 市场, 区域. */
    private static boolean goesOn(String text, int last) {
        return IN_WORDS.stream().anyMatch(word -> text.startsWith(word, last)) && !text.startsWith("市民政", last);
    }

    /** Whether the name of a place stands at {@code start}, its kind included. */
    static boolean opens(String text, int start) {
        if (Places.all().nameAt(text, start) != null) {
            return true;
        }
        for (int last = start + 2; last <= start + LONGEST_UNKNOWN_STEM && last < text.length(); last++) {
            char c = text.charAt(last);
            boolean street = c == '街' && text.startsWith("道", last + 1);
            if (!street && (KINDS.indexOf(c) >= 0 || KINDS_OF_TOWNS.indexOf(c) >= 0)) {
                return isName(text.substring(start, last + 1), text, last + 1);
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return Character.isIdeographic(c) && BEFORE_NAMES.indexOf(c) < 0;
    }

    private static boolean isName(String name, String text, int end) {
        boolean owned = (name.length() == 3 || (name.length() == 4 && end == 4))
                && NOT_FIRST.indexOf(name.charAt(name.length() - 3)) < 0
                && OWNED.matcher(text)
                        .region(end, Math.min(text.length(), end + REACH))
                        .lookingAt();
        for (int from = 0; from < name.length() - 1; from++) {
            for (int to = from + 2; to <= name.length(); to++) {
                Where where = NOT_NAMES.get(name.substring(from, to));
                boolean atEnd = to == name.length();
                if (where == Where.INSIDE
                        || (where == Where.END && atEnd)
                        || (where == Where.TAIL && atEnd && (!owned || from == 0))) {
                    return false;
                }
            }
        }
        return "全我本各该两外跨多一二三四五六七八九十几某".indexOf(name.charAt(0)) < 0;
    }

    private static Map<String, Where> load() {
        Map<String, Where> words = new HashMap<>();
        for (Tsv.Row row : Tsv.load("lexicon/not_regions.tsv").rows()) {
            if (words.put(row.text("word"), row.constant("where", Where.class)) != null) {
                throw row.error("second row for this word");
            }
        }
        return Map.copyOf(words);
    }
}
