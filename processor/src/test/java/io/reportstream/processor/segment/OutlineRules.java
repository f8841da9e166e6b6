package io.reportstream.processor.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;

/** What every outline keeps to. */
final class OutlineRules {
    private OutlineRules() {}

    /** The sentences cover the text but for white space, in order, each inside its part; parents hold their children. */
    static void check(CleanText text, Outline outline) {
        int covered = 0;
        for (Outline.Sentence sentence : outline.sentences()) {
            Span span = sentence.span();
            assertThat(span.isEmpty()).isFalse();
            assertThat(text.text().substring(covered, span.start())).isBlank();
            Span part = outline.parts().get(sentence.part()).span();
            assertThat(part.start() <= span.start() && span.end() <= part.end()).isTrue();
            covered = span.end();
        }
        assertThat(text.text().substring(covered)).isBlank();
        for (int i = 1; i < outline.parts().size(); i++) {
            Outline.Part part = outline.parts().get(i);
            Outline.Part around = outline.parts().get(part.parent());
            assertThat(part.parent()).isLessThan(i);
            assertThat(part.level()).isEqualTo(around.level() + 1);
            assertThat(around.span().start() <= part.span().start()
                            && part.span().end() <= around.span().end())
                    .isTrue();
        }
    }
}
