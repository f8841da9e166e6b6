package io.reportstream.processor.segment;

import io.reportstream.processor.lexicon.CharMap;
import java.util.ArrayList;
import java.util.List;

/** How often any of some words occurs in a text. Where two begin at one place, the one named first counts. */
final class Wording {
    private final CharMap<List<String>> byFirst = new CharMap<>();

    Wording(String... words) {
        for (String word : words) {
            byFirst.computeIfAbsent(word.charAt(0), ArrayList::new).add(word);
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
        List<String> words = byFirst.get(text.charAt(at));
        if (words != null) {
            for (String word : words) {
                if (text.startsWith(word, at)) {
                    return word.length();
                }
            }
        }
        return 0;
    }
}
