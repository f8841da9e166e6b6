package io.reportstream.processor.clean;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.HashSet;
import java.util.Set;

/** Removes pronunciations that stand in brackets behind a character, as in 領(lǐng)導(dǎo). */
final class PinyinNotes {
    private static final int LONGEST_SYLLABLE = 6;

    private PinyinNotes() {}

    /** The syllables of Mandarin with their tone marks. */
    private static final class Syllables {
        static final Set<String> TONED = load();

        private static Set<String> load() {
            Set<String> toned = new HashSet<>();
            for (Pinyin pinyin : Pinyin.values()) {
                toned.add(pinyin.getPinyinWithToneMark());
            }
            return toned;
        }
    }

    static MappedText remove(MappedText in) {
        MappedText out = null;
        int copied = 0;
        for (int i = 1; i < in.length(); i++) {
            if (in.charAt(i) != '(') {
                continue;
            }
            if (out != null) {
                out.append(in, copied, i);
                copied = i;
            }
            // Looks at what is left of the text: two notes may stand behind one character.
            boolean annotates = out == null ? annotates(in, i - 1) : annotates(out, out.length() - 1);
            int end = annotates ? noteEnd(in, i) : -1;
            if (end > 0) {
                if (out == null) {
                    out = new MappedText(in.length());
                    out.append(in, 0, i);
                }
                copied = end;
                i = end - 1;
            }
        }
        if (out == null) {
            return in;
        }
        out.append(in, copied, in.length());
        return out;
    }

    /** A note stands behind a Chinese character, or behind the letter that a broken one left behind. */
    private static boolean annotates(MappedText in, int at) {
        char c = in.at(at);
        return Characters.isHan(c)
                || Character.isSurrogate(c)
                || (c > '@' && c < '\u007F' && Characters.isHan(in.at(at - 1)));
    }

    /** Where the note ends that may begin at {@code open}; -1 if there is none. */
    private static int noteEnd(MappedText in, int open) {
        int close = open + 1;
        boolean toned = false;
        while (close < in.length() && close - open <= LONGEST_SYLLABLE + 1 && in.charAt(close) != ')') {
            toned |= in.charAt(close) > 0x7F;
            close++;
        }
        return toned && in.at(close) == ')' && Syllables.TONED.contains(in.subSequence(open + 1, close))
                ? close + 1
                : -1;
    }
}
