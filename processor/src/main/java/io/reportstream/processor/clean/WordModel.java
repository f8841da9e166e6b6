package io.reportstream.processor.clean;

import com.hankcs.hanlp.dictionary.CoreDictionary;

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
        for (int to = 1; to <= text.length(); to++) {
            best[to] = Double.NEGATIVE_INFINITY;
            for (int from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
                best[to] = Math.max(best[to], best[from] + word(text.substring(from, to)));
            }
        }
        return best[text.length()];
    }

    private static double word(String word) {
        if (word.length() > 1) {
            int frequency = CoreDictionary.getTermFrequency(word);
            return frequency == 0 ? Double.NEGATIVE_INFINITY : Math.log((frequency + 1) / TOTAL);
        }
        char c = word.charAt(0);
        if (!Characters.isHan(c)) {
            return Characters.isAsciiAlphanumeric(c) ? LETTER : SIGN;
        }
        int frequency = CoreDictionary.getTermFrequency(word);
        return frequency == 0 ? UNKNOWN : Math.log((frequency + 0.5) / TOTAL);
    }
}
