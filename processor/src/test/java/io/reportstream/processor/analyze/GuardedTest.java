package io.reportstream.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Outcome.Rejected;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Span;
import io.reportstream.contract.Stage;
import io.reportstream.contract.Warning;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.clean.TextCleaner;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.SplitText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedTest {
    @Test
    void turnsACrashIntoARejectionWithoutTheText() {
        Outcome<String> outcome = Guarded.stage(Stage.SPLIT, () -> {
            throw new IllegalStateException("some words of the report");
        });
        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.rejection().reason()).isEqualTo(Reason.ANALYSIS_FAILED);
            assertThat(rejected.rejection().stage()).isEqualTo(Stage.SPLIT);
            assertThat(rejected.rejection().cause()).startsWith("IllegalStateException in GuardedTest.");
            assertThat(rejected.rejection().toString()).doesNotContain("words");
        });
    }

    @Test
    void turnsAStackOverflowIntoARejection() {
        assertThat(Guarded.<String>stage(Stage.CLEAN, () -> endless(0))).isInstanceOf(Rejected.class);
    }

    @Test
    void leavesOutOfMemoryToTheProcess() {
        assertThatThrownBy(() -> Guarded.<String>stage(Stage.CLEAN, () -> {
                    throw new OutOfMemoryError("heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aCrashOnOneDocumentLeavesItsSiblings() {
        List<Optional<Integer>> results = Guarded.documents(Stage.SEGMENT, 3, i -> Optional.of(6 / (i - 1)));
        assertThat(results).containsExactly(Optional.of(-6), Optional.empty(), Optional.of(6));
    }

    @Test
    void aCrashOnAllDocumentsIsTheReports() {
        List<Optional<Integer>> before = List.of(Optional.empty(), Optional.of(0));
        assertThatThrownBy(() ->
                        Guarded.documents(Stage.CLASSIFY, 2, i -> before.get(i).map(x -> 1 / x)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aDocumentThatCouldNotBeReadIsOneSectionOfOtherAndAWarning() {
        CleanText text = new TextCleaner().clean("第一篇讲经济。\n第二篇讲民生。");
        Span first = new Span(0, 7);
        Span second = new Span(8, text.text().length());
        SplitText split = new SplitText(text, List.of(), List.of(draft(first), draft(second)));
        Analyzer analyzer = new Analyzer();
        Analyzer.Segmented segmented = accepted(analyzer.segment(split));
        List<Optional<List<Judgement>>> judgements =
                List.of(accepted(analyzer.classify(segmented)).judgements().get(0), Optional.empty());

        Analysis analysis = accepted(analyzer.extract(new Analyzer.Classified(segmented, judgements)));

        assertThat(analysis.documents()).hasSize(2);
        Document unread = analysis.documents().get(1);
        assertThat(unread.metrics()).isEmpty();
        assertThat(unread.sections()).singleElement().satisfies(section -> {
            assertThat(section.label()).isEqualTo(Label.OTHER);
            assertThat(section.confidence()).isZero();
            assertThat(new Span(section.start(), section.end())).isEqualTo(second);
        });
        assertThat(analysis.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Warning.Code.DOCUMENT_NOT_ANALYSED);
            assertThat(warning.start()).isEqualTo(second.start());
        });
    }

    private static DocumentDraft draft(Span span) {
        return new DocumentDraft(span, null, null, null, null, Genre.OTHER);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<T>) outcome).value();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Outcome<String> endless(int depth) {
        return endless(depth + 1);
    }
}
