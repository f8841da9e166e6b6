package io.reportstream.processor.extract;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import org.jspecify.annotations.Nullable;

/** Finds the verb that parts a clause into its subject and what is counted. */
final class VerbFinder {
    /** What makes a verb the first half of a noun: 授权量, 覆盖率, 实现的. */
    private static final String NOUN_ENDS = "量率额度者的数";

    /** Adverbs behind which a verb begins even in mid-clause: 共培训, 已签约. */
    private static final String ADVERBS = "共计已再又还能可拟将先";

    private final Lexicons lexicons;

    VerbFinder(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** Moves the front of {@code cut} behind its last verb that has an object. */
    void split(Cut cut, boolean countable) {
        if (isShare(cut)) {
            return;
        }
        int begin = cut.from;
        boolean open = true;
        for (int i = cut.from; i < cut.to; i++) {
            Lexicon.Entry<Lexicons.Verb> verb = verbAt(cut, i);
            boolean first = open && i == cut.from;
            if (verb != null && begins(cut, verb, i, first)) {
                take(cut, verb, begin, i, first);
                i = cut.from - 1;
                open = true;
            } else if (first) {
                int end = front(cut, countable);
                open = end > i;
                if (open) {
                    cut.from = end;
                    cut.front();
                    i = cut.from - 1;
                }
            } else if (verb != null) {
                i += verb.length() - 1;
            }
        }
    }

    /** 每万人口…, 占…: nothing in them is a verb of the clause. */
    private static boolean isShare(Cut cut) {
        return cut.from < cut.to && "每占".indexOf(cut.text.charAt(cut.from)) >= 0;
    }

    private Lexicon.@Nullable Entry<Lexicons.Verb> verbAt(Cut cut, int at) {
        return lexicons.verbs.at(cut.text, at, cut.to);
    }

    private boolean begins(Cut cut, Lexicon.Entry<Lexicons.Verb> verb, int at, boolean first) {
        int end = at + verb.length();
        if (lexicons.nouns.at(cut.text, at, cut.to) != null) {
            return false;
        }
        if (end < cut.to
                && (NOUN_ENDS.indexOf(cut.text.charAt(end)) >= 0
                        || Dictionary.hasLonger(cut.text, at, verb.length(), cut.to))) {
            return false;
        }
        boolean attribute = end < cut.to && lexicons.attributes.is(cut.text.substring(end, cut.to));
        if (first) {
            return !attribute || verb.value().anywhere();
        }
        boolean adverb = ADVERBS.indexOf(cut.text.charAt(at - 1)) >= 0
                && !CoreDictionary.contains(cut.text.substring(at - 1, end));
        return verb.value().anywhere() || (adverb && end < cut.to);
    }

    private static void take(Cut cut, Lexicon.Entry<Lexicons.Verb> verb, int begin, int at, boolean first) {
        boolean chained = first
                && cut.verbKind != null
                && cut.verbKind.keep()
                && verb.value().keep();
        if (!first) {
            String whole = cut.text.substring(begin, at);
            boolean listed = whole.endsWith("分别") && whole.indexOf('、') > 0;
            cut.subject = listed || cut.verb.isEmpty() ? whole : cut.text.substring(cut.from, at);
        }
        cut.verb = chained ? cut.verb + verb.word() : verb.word();
        cut.verbKind = verb.value();
        cut.from = at + verb.length();
        if (cut.from < cut.to && "了过".indexOf(cut.text.charAt(cut.from)) >= 0) {
            cut.from++;
        }
        cut.front();
    }

    /** Behind a word of growth at the front (增加社会投资23亿元); where none stands, the front itself. */
    private int front(Cut cut, boolean countable) {
        Lexicon.Entry<Lexicons.Growth> word = lexicons.growth.at(cut.text, cut.from, cut.to);
        if (word == null
                || lexicons.nouns.at(cut.text, cut.from, cut.to) != null
                || cut.growth != 0
                || cut.level
                || !word.value().frontFor(countable)) {
            return cut.from;
        }
        cut.growth = word.value().sign();
        return cut.from + word.length();
    }
}
