package io.reportstream.processor.classify;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import io.reportstream.processor.lexicon.Tsv;
import java.util.TreeMap;

/** Finds cue words, the longest where several overlap, in one pass. */
final class CueLexicon {
    private final AhoCorasickDoubleArrayTrie<CueKind> trie = new AhoCorasickDoubleArrayTrie<>();

    CueLexicon() {
        TreeMap<String, CueKind> kinds = new TreeMap<>();
        for (Tsv.Row row : Tsv.load("lexicon/sentence.tsv").rows()) {
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
        longest.flush();
    }

    /** Keeps one hit back until no longer one can swallow it. */
    private static final class Longest {
        private final Found found;
        private int start = -1;
        private int end = -1;
        private int given;
        private CueKind kind = CueKind.NONE;

        Longest(Found found) {
            this.found = found;
        }

        void hit(int from, int to, CueKind value) {
            if (from < given) {
                return;
            }
            if (from >= end) {
                flush();
            } else if (from > start || to - from <= end - start) {
                return;
            }
            start = from;
            end = to;
            kind = value;
        }

        void flush() {
            if (start >= 0 && kind != CueKind.NONE) {
                found.cue(start, end, kind);
            }
            given = Math.max(given, end);
        }
    }
}
