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

    private record Hit(int start, int end, CueKind kind) {}

    /**
     * Hits come in the order of their ends. Of those with one end the longest counts; it is held back until no longer one
     * can swallow it.
     */
    private static final class Longest {
        private static final Hit NOTHING = new Hit(0, 0, CueKind.NONE);

        private final Found found;
        private Hit group = NOTHING;
        private Hit held = NOTHING;
        private int given;

        Longest(Found found) {
            this.found = found;
        }

        void hit(int start, int end, CueKind kind) {
            if (end != group.end()) {
                settle();
                group = new Hit(start, end, kind);
            } else if (start < group.start()) {
                group = new Hit(start, end, kind);
            }
        }

        private void settle() {
            boolean swallows = group.start() <= held.start();
            if (group.start() < given || (group.start() < held.end() && !swallows)) {
                return;
            }
            if (!swallows) {
                give();
            }
            held = group;
        }

        private void give() {
            if (held.kind() != CueKind.NONE) {
                found.cue(held.start(), held.end(), held.kind());
            }
            given = held.end();
        }

        void flush() {
            settle();
            give();
        }
    }
}
