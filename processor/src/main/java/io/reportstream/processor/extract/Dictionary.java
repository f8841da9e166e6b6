package io.reportstream.processor.extract;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/** What HanLP's core dictionary says about where words end. */
final class Dictionary {
    private static final int MAX_WORD = 4;

    private Dictionary() {}

    /** Whether a word of more than {@code length} characters begins at {@code from}. */
    static boolean hasLonger(String text, int from, int length, int limit) {
        for (int end = from + length + 1; end <= Math.min(limit, from + MAX_WORD); end++) {
            if (CoreDictionary.contains(text.substring(from, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code word} is in the dictionary, and there a verb first of all (启动; not 投资 or 服务). */
    static boolean isVerb(String word) {
        CoreDictionary.Attribute attribute = CoreDictionary.get(word);
        return attribute != null && attribute.nature[0] == Nature.v;
    }

    /** The last word of {@code phrase}: the longest one in the dictionary, or its last two characters. */
    static String lastWord(String phrase) {
        for (int length = Math.min(MAX_WORD, phrase.length()); length > 2; length--) {
            String word = phrase.substring(phrase.length() - length);
            if (CoreDictionary.contains(word)) {
                return word;
            }
        }
        return phrase.substring(Math.max(0, phrase.length() - 2));
    }
}
