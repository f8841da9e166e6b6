package io.reportstream.processor.clean;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import java.util.Arrays;

/**
 * How likely a short stretch of text is: the best way to cut it into the words of HanLP's core dictionary, each weighed by
 * its frequency there.
 */
final class WordModel {
    private static final int LONGEST_WORD = 5;
    private static final double TOTAL = 10_000_000;
    /** Natural logarithm of the share of a character that the dictionary does not know. */
    private static final double UNKNOWN = Math.log(0.02 / TOTAL);

    private static final double SIGN = Math.log(0.02);
    /** A single letter between Chinese characters. */
    private static final double LETTER = Math.log(1e-8);

    private WordModel() {}

    /** Natural logarithm of the likelihood; 0 for empty text, lower for less likely text. */
    static double likelihood(String text) {
        double[] best = new double[text.length() + 1];
        Arrays.fill(best, 1, best.length, Double.NEGATIVE_INFINITY);
        DoubleArrayTrie<Attribute>.Searcher words = CoreDictionary.trie.getSearcher(text);
        boolean found = words.next();
        for (int from = 0; from < text.length(); from++) {
            int alone = 0;
            for (; found && words.begin == from; found = words.next()) {
                int frequency = words.value.totalFrequency;
                int to = from + words.length;
                if (words.length == 1) {
                    alone = frequency;
                } else if (words.length <= LONGEST_WORD && frequency > 0) {
                    best[to] = Math.max(best[to], best[from] + Math.log((frequency + 1) / TOTAL));
                }
            }
            best[from + 1] = Math.max(best[from + 1], best[from] + character(text.charAt(from), alone));
        }
        return best[text.length()];
    }

    private static double character(char c, int frequency) {
        if (!Characters.isHan(c)) {
            return Characters.isAsciiAlphanumeric(c) ? LETTER : SIGN;
        }
        return frequency == 0 ? UNKNOWN : Math.log((frequency + 0.5) / TOTAL);
    }
}
