package io.reportstream.processor.segment;

import java.util.HashMap;
import java.util.Map;

/** What kind of place a text calls its own: 我市 and 市委、市政府 speak for a city, 全县 for a county. */
final class OwnKinds {
    private static final String KINDS = PlaceNames.KINDS + PlaceNames.KINDS_OF_TOWNS;

    private OwnKinds() {}

    /** Weight of each kind; kinds that are not mentioned are absent. */
    static Map<Character, Integer> count(String text) {
        Map<Character, Integer> weights = new HashMap<>();
        for (int i = 1; i < text.length(); i++) {
            char kind = text.charAt(i);
            if (KINDS.indexOf(kind) < 0) {
                continue;
            }
            int first = kind == '道' ? i - 1 : i;
            if (first == 0 || (kind == '道' && text.charAt(first) != '街')) {
                continue;
            }
            char before = text.charAt(first - 1);
            int weight = before == '我' ? 3 : before == '全' ? 1 : 0;
            boolean bare = !Character.isIdeographic(before) || "在和".indexOf(before) >= 0;
            if (bare && (text.startsWith("委", i + 1) || text.startsWith("政府", i + 1))) {
                weight = 1;
            }
            if (weight > 0) {
                weights.merge(kind, weight, Integer::sum);
            }
        }
        return weights;
    }
}
