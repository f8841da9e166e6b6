package io.reportstream.processor.clean;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * From traditional to simplified Chinese.
 *
 * <p>Phrases and characters that are also good simplified Chinese (乾, 著, 後 in names) are converted in lines that are
 * traditional as a whole only; characters that simplified Chinese does not know are converted everywhere.
 */
final class Simplifier {
    /** One of so many Chinese characters of a traditional line, at least, is unknown to simplified Chinese. */
    private static final int TRADITIONAL_SHARE = 20;

    private static final boolean[] SIMPLIFIED = simplified();

    private Simplifier() {}

    static MappedText simplify(MappedText in) {
        if (!isForeign(in, 0, in.length())) {
            return in;
        }
        MappedText out = new MappedText(in.length());
        int from = 0;
        while (from < in.length()) {
            int to = from;
            while (to < in.length() && in.charAt(to) != '\n') {
                to++;
            }
            to = Math.min(in.length(), to + 1);
            if (isForeign(in, from, to)) {
                line(in, from, to, out);
            } else {
                out.append(in, from, to);
            }
            from = to;
        }
        return out;
    }

    /** Whether a text is traditional as a whole. */
    static boolean isTraditional(CharSequence text) {
        int han = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            han += Characters.isHan(text.charAt(i)) ? 1 : 0;
            foreign += isForeign(text.charAt(i)) ? 1 : 0;
        }
        return foreign > 0 && foreign * TRADITIONAL_SHARE >= han;
    }

    private static boolean isForeign(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isForeign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether simplified Chinese does not know this character. */
    static boolean isForeign(char c) {
        return c >= '\u3400' && c <= '\u9FFF' && !SIMPLIFIED[c];
    }

    private static void line(MappedText in, int from, int to, MappedText out) {
        String line = in.subSequence(from, to);
        boolean traditional = isTraditional(line);
        int[] length = new int[to - from];
        String[] simplified = new String[to - from];
        AhoCorasickDoubleArrayTrie<String> phrases = TraditionalChineseDictionary.trie;
        phrases.parseText(line, (begin, end, value) -> {
            if (end - begin > length[begin]) {
                length[begin] = end - begin;
                simplified[begin] = value;
            }
        });
        int i = from;
        while (i < to) {
            int matched = length[i - from];
            if (matched > 0 && (traditional || isForeign(in, i, i + matched))) {
                out.replace(in, i, i + matched, simplified[i - from]);
                i += matched;
            } else {
                out.append(in, i, ++i);
            }
        }
    }

    private static boolean[] simplified() {
        boolean[] known = new boolean[0xA000];
        CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
        for (char c = '\u4E00'; c < '\u9FA6'; c++) {
            if (gb2312.canEncode(c)) {
                known[c] = true;
            }
        }
        return known;
    }
}
