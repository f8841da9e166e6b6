package io.reportstream.processor.classify;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import io.reportstream.processor.lexicon.Tsv;
import java.util.TreeMap;

/** Finds cue words, the longest where several overlap, in one pass. */
final class CueLexicon {
    private static final int LONGEST = 32;

    private final AhoCorasickDoubleArrayTrie<CueKind> trie = new AhoCorasickDoubleArrayTrie<>();

    CueLexicon() {
        TreeMap<String, CueKind> kinds = new TreeMap<>();
        for (Tsv.Row row : Tsv.load("lexicon/sentence.tsv").rows()) {
            if (row.text("surface").length() > LONGEST) {
                throw row.error("longer than " + LONGEST + " characters");
            }
            if (kinds.put(row.text("surface"), row.constant("kind", CueKind.class)) != null) {
                throw row.error("second row for this surface");
            }
        }
        trie.build(kinds);
    }

    interface Found {
        void cue(int start, int end, CueKind kind);
    }

    /** Gives every cue of {@code text} in order; none overlaps another. */
    void find(String text, Found found) {
        Longest longest = new Longest(found);
        trie.parseText(text, longest::hit);
        longest.settle(text.length());
    }

    /**
     * Hits come in the order of their ends. The leftmost counts, of several with one start the longest; a hit is held back
     * in a ring of the last characters until none that starts before it can end later.
     */
    private static final class Longest {
        private static final int RING = 64;

        private final Found found;
        private final int[] ends = new int[RING];
        private final CueKind[] kinds = new CueKind[RING];
        private int next;
        private int given;

        Longest(Found found) {
            this.found = found;
        }

        void hit(int start, int end, CueKind kind) {
            settle(end - LONGEST);
            ends[start % RING] = end;
            kinds[start % RING] = kind;
        }

        /** Gives what starts before {@code limit}. */
        void settle(int limit) {
            for (; next < limit; next++) {
                int at = next % RING;
                if (ends[at] > 0 && next >= given) {
                    given = ends[at];
                    if (kinds[at] != CueKind.NONE) {
                        found.cue(next, given, kinds[at]);
                    }
                }
                ends[at] = 0;
            }
        }
    }
}
