package io.reportstream.processor.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often any of some words occurs in a text. Where two begin at one place, the one named first counts. */
final class Wording {
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    Wording(String... words) {
        for (String word : words) {
            byFirst.computeIfAbsent(word.charAt(0), first -> new ArrayList<>()).add(word);
        }
    }

    /** Occurrences that do not overlap, from left to right. */
    int count(String text) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int length = lengthAt(text, at);
            count += length > 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        return count;
    }

    private int lengthAt(String text, int at) {
        for (String word : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(word, at)) {
                return word.length();
            }
        }
        return 0;
    }
}
