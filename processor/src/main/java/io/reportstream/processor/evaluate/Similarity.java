package io.reportstream.processor.evaluate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two phrases name the same thing: one holds much of the other, or they share most of their bigrams. */
final class Similarity {
    private static final double SHARED_LENGTH = 0.4;
    private static final double SHARED_BIGRAMS = 0.6;

    private Similarity() {}

    static boolean similar(@Nullable String a, @Nullable String b) {
        if (a == null || b == null || a.isEmpty() || b.isEmpty()) {
            return false;
        }
        int shorter = Math.min(length(a), length(b));
        int longer = Math.max(length(a), length(b));
        if ((a.contains(b) || b.contains(a)) && shorter >= SHARED_LENGTH * longer) {
            return true;
        }
        Map<String, Integer> left = bigrams(a);
        Map<String, Integer> right = bigrams(b);
        int shared = 0;
        for (Map.Entry<String, Integer> each : left.entrySet()) {
            shared += Math.min(each.getValue(), right.getOrDefault(each.getKey(), 0));
        }
        return 2.0 * shared / (total(left) + total(right)) >= SHARED_BIGRAMS;
    }

    private static Map<String, Integer> bigrams(String phrase) {
        int[] letters = phrase.codePoints().filter(Similarity::isLetterOrNumber).toArray();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + 1 < letters.length; i++) {
            counts.merge(new String(letters, i, 2), 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            counts.put(new String(letters, 0, letters.length), 1);
        }
        return counts;
    }

    private static boolean isLetterOrNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int length(String phrase) {
        return phrase.codePointCount(0, phrase.length());
    }
}
