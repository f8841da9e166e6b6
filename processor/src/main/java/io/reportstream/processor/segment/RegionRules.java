package io.reportstream.processor.segment;

import io.reportstream.processor.segment.Places.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place whose work a document reports: named in the title, by the speaker or the signature, or often in the text, and
 * of the kind that the text calls its own (我市, 全县).
 */
final class RegionRules {
    private static final double IN_TITLE = 10;
    private static final double IN_HEAD = 6;
    private static final double AS_OFFICE = 3;
    private static final double ON_PAGE = 2;
    private static final double ENOUGH = 3;
    private static final int MOST_MENTIONS = 10;
    /** How far behind a name its office is looked for. */
    private static final int REACH = 24;

    private static final Pattern OFFICE = Pattern.compile(
            "(?:人民政府|政府|党?委|党工委|办事处|人大|政协|第[一二三四五六七八九十\\d]{1,3}届|[一二三四五六七八九十\\d]{1,3}届|[\\u4e00-\\u9fa5]{2,8}(?:局|厅|委员会|办公室))");
    /** Behind the name of a place above the own one. */
    private static final Pattern ABOVE = Pattern.compile(
            "(?:级|领导|委书记|下达|委常委|[\\u4e00-\\u9fa5]{2,3}副?[市省县州]长|[\\u4e00-\\u9fa5]{0,8}的?(?:正确领导|领导|指导|关心|支持)下)");

    private static final Pattern SHORT_IN_TITLE = Pattern.compile(
            "^(?:\\d{4}年?)?(?:度|上半年|一季度|前三季度)?(?=[\\u4e00-\\u9fa5])|(?:年度?|上半年|季度|月份?|关于|在|开创|建设)(?=[\\u4e00-\\u9fa5])");

    private final Map<String, Double> scores = new HashMap<>();
    private final Map<String, Integer> mentions = new HashMap<>();
    private final Map<String, Integer> above = new HashMap<>();
    private final Map<Character, Integer> own;

    private RegionRules(String body) {
        own = OwnKinds.count(body);
    }

    /**
     * Finds the region.
     *
     * @param title without spaces; empty if there is none
     * @param head lines between title and text, and the signature
     * @param page boilerplate around the document
     * @return null where the text does not tell
     */
    static @Nullable String find(String title, String head, String body, String page) {
        RegionRules rules = new RegionRules(body);
        rules.read(title, IN_TITLE, true);
        rules.readShortTitle(title);
        rules.read(head, IN_HEAD, true);
        rules.read(body, 1, rules.isTown());
        rules.read(page, ON_PAGE, false);
        rules.dropRareUnknown();
        rules.readShortNames(body, 0.5);
        return rules.best();
    }

    /** Whether the text speaks of 我镇, 全乡 or 我街道 more than of any place above. */
    private boolean isTown() {
        int towns = PlaceNames.KINDS_OF_TOWNS
                .chars()
                .map(kind -> own.getOrDefault((char) kind, 0))
                .max()
                .orElse(0);
        return towns > 0 && own.values().stream().allMatch(weight -> weight <= towns);
    }

    private void read(String text, double weight, boolean towns) {
        Matcher office = OFFICE.matcher(text);
        Matcher higher = ABOVE.matcher(text);
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kind = PlaceNames.KINDS.indexOf(c) >= 0 || (towns && PlaceNames.KINDS_OF_TOWNS.indexOf(c) >= 0);
            String name = kind ? PlaceNames.endingAt(text, i) : null;
            if (name == null || text.startsWith(String.valueOf(c), i + 1)) {
                continue;
            }
            int start = i + 1 - name.length();
            boolean partner = weight == 1 && start > 0 && "与和同赴向往".indexOf(text.charAt(start - 1)) >= 0;
            boolean conjunction = name.equals("和县")
                    && start > 0
                    && Character.isIdeographic(text.charAt(start - 1))
                    && Places.all().nameBefore(text, start) == null;
            if (conjunction) {
                continue; // 县委和县政府
            }
            if (standsAt(higher, i + 1, text.length())) {
                above.merge(name, 1, Integer::sum);
            } else if (partner) {
                scores.merge(name, 0.3, Double::sum);
            } else if (isLabelled(text, start, weight) && standsAt(office, i + 1, text.length())) {
                mentions.merge(name, 2, Integer::sum); // one field of a page tells
                scores.merge(name, AS_OFFICE, Double::sum);
            } else if (mentions.merge(name, 1, Integer::sum) <= MOST_MENTIONS || weight > 1) {
                scores.merge(
                        name, weight == 1 && standsAt(office, i + 1, text.length()) ? AS_OFFICE : weight, Double::sum);
            }
        }
    }

    /** Whether a name is the value of a field on the page: 发文机关:云桥县林业局. */
    private static boolean isLabelled(String text, int start, double weight) {
        return weight == ON_PAGE && start > 0 && text.charAt(start - 1) == ':';
    }

    private static boolean standsAt(Matcher matcher, int at, int length) {
        return matcher.region(at, Math.min(length, at + REACH)).lookingAt();
    }

    /** Names without their kind, where a title names its place: 2023年临沂经济运行情况. */
    private void readShortTitle(String title) {
        Matcher place = SHORT_IN_TITLE.matcher(title);
        while (place.find()) {
            int at = place.end();
            String shortName = at < title.length() && !PlaceNames.opens(title, at)
                    ? Places.all().shortNameAt(title, at)
                    : null;
            List<Place> called = shortName == null ? List.of() : Places.all().called(shortName);
            called.stream()
                    .filter(each -> own.isEmpty() || own.containsKey(lastOf(each.name())))
                    .min(Comparator.comparing(Place::gone).thenComparing(Place::level))
                    .ifPresent(each -> scores.merge(each.name(), IN_TITLE, Double::sum));
        }
    }

    /** A name that is not in the list and stands once in running text is hardly one. */
    private void dropRareUnknown() {
        scores.entrySet()
                .removeIf(each -> each.getValue() < IN_HEAD
                        && mentions.getOrDefault(each.getKey(), 0) < 2
                        && Places.all().named(each.getKey()).isEmpty());
    }

    /** Adds {@code weight} for each mention of a place, already named in full, by its short name. */
    private void readShortNames(String body, double weight) {
        for (Map.Entry<String, Double> each : scores.entrySet()) {
            List<Place> named = Places.all().named(each.getKey());
            String shortName = named.isEmpty() ? "" : named.get(0).shortName();
            int count = 0;
            for (int at = body.indexOf(shortName); !shortName.isEmpty() && at >= 0 && count < 2 * MOST_MENTIONS; ) {
                count += body.startsWith(each.getKey(), at) ? 0 : 1;
                at = body.indexOf(shortName, at + shortName.length());
            }
            each.setValue(each.getValue() + count * weight);
        }
    }

    private @Nullable String best() {
        scores.replaceAll((name, score) -> score * fit(name));
        String best = null;
        for (Map.Entry<String, Double> each : scores.entrySet()) {
            if (best == null || isBetter(each.getKey(), best)) {
                best = each.getKey();
            }
        }
        if (best == null || score(best) < ENOUGH) {
            return null;
        }
        for (String inner = inner(best); inner != null; inner = inner(best)) {
            best = inner;
        }
        return best;
    }

    /** A place within {@code outer} that is named nearly as often. */
    private @Nullable String inner(String outer) {
        String inner = null;
        for (String name : scores.keySet()) {
            boolean within = isWithin(name, outer) && score(name) >= Math.max(ENOUGH, score(outer) / 2);
            if (within && (inner == null || isBetter(name, inner))) {
                inner = name;
            }
        }
        return inner;
    }

    private boolean isBetter(String name, String other) {
        int order = Double.compare(score(name), score(other));
        return order != 0 ? order > 0 : name.compareTo(other) < 0;
    }

    private double score(String name) {
        return scores.getOrDefault(name, 0.0);
    }

    /** How well the kind of a place agrees with what the text calls its own, and whether it stands above that. */
    private double fit(String name) {
        int higher = above.getOrDefault(name, 0);
        if (higher > 1 && higher * 4 > mentions.getOrDefault(name, 0)) {
            return 0;
        }
        int most = own.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int same = own.getOrDefault(lastOf(name), 0);
        if (most == 0 || same == most) {
            return 1;
        }
        return same * 5 >= most * 2 ? 0.5 : 0.15;
    }

    private static boolean isWithin(String inner, String outer) {
        for (Place a : Places.all().named(inner)) {
            for (Place b : Places.all().named(outer)) {
                if (a.isWithin(b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static char lastOf(String name) {
        return name.charAt(name.length() - 1);
    }
}
