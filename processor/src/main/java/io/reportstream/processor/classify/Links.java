package io.reportstream.processor.classify;

import io.reportstream.processor.segment.Outline;
import java.util.List;

/** How closely a sentence belongs to the one before it. */
final class Links {
    private Links() {}

    /** The feature that says what stands between {@code sentence} and the one before. */
    static int of(String text, Outline outline, List<Scopes.Scope> scopes, int sentence) {
        if (sentence == 0) {
            return Feature.STAY_SCOPE;
        }
        Outline.Sentence before = outline.sentences().get(sentence - 1);
        Outline.Sentence here = outline.sentences().get(sentence);
        if (before.part() == here.part()) {
            boolean sameLine =
                    text.substring(before.span().end(), here.span().start()).indexOf('\n') < 0;
            if (sameLine && text.charAt(before.span().end() - 1) == ';') {
                return Feature.STAY_CLAUSE;
            }
            return sameLine ? Feature.STAY : Feature.STAY_PARAGRAPH;
        }
        return scopes.get(before.part()).equals(scopes.get(here.part())) ? Feature.STAY_PART : Feature.STAY_SCOPE;
    }
}
