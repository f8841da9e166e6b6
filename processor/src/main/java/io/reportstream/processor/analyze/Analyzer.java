package io.reportstream.processor.analyze;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.contract.Warning;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.classify.SentenceClassifier;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.clean.TextCleaner;
import io.reportstream.processor.extract.MetricExtractor;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.DocumentSplitter;
import io.reportstream.processor.segment.Outline;
import io.reportstream.processor.segment.Outliner;
import io.reportstream.processor.segment.SplitText;
import java.util.ArrayList;
import java.util.List;

/** Reads reports: each stage is one method, {@link #analyze} runs them in a row. Safe for use by several threads. */
public final class Analyzer {
    /** Changes whenever the same text may give another result. */
    public static final String VERSION = "0.1.0";

    private final TextCleaner cleaner = new TextCleaner();
    private final DocumentSplitter splitter = new DocumentSplitter();
    private final Outliner outliner = new Outliner();
    private final SentenceClassifier classifier = new SentenceClassifier();
    private final MetricExtractor extractor = new MetricExtractor();

    /** A split text with the outline of each document. */
    public record Segmented(SplitText split, List<Outline> outlines) {}

    /** A segmented text with the judgements of each document. */
    public record Classified(Segmented segmented, List<List<Judgement>> judgements) {}

    /** All stages; spans of the result point into {@code raw}. */
    public Outcome<Analysis> analyze(String raw) {
        return clean(raw)
                .then(this::split)
                .then(this::segment)
                .then(this::classify)
                .then(this::extract);
    }

    public Outcome<CleanText> clean(String raw) {
        CleanText text = cleaner.clean(raw);
        return text.text().isBlank()
                ? Outcome.rejected(Reason.NO_TEXT, "0 of " + raw.length() + " characters are text")
                : Outcome.accepted(text);
    }

    public Outcome<SplitText> split(CleanText text) {
        return Outcome.accepted(splitter.split(text));
    }

    public Outcome<Segmented> segment(SplitText split) {
        List<Outline> outlines = new ArrayList<>();
        for (DocumentDraft document : split.documents()) {
            outlines.add(outliner.outline(split.text(), document, split.boilerplate()));
        }
        return Outcome.accepted(new Segmented(split, outlines));
    }

    public Outcome<Classified> classify(Segmented segmented) {
        SplitText split = segmented.split();
        List<List<Judgement>> judgements = new ArrayList<>();
        for (int i = 0; i < split.documents().size(); i++) {
            judgements.add(classifier.classify(
                    split.text(), split.documents().get(i), segmented.outlines().get(i)));
        }
        return Outcome.accepted(new Classified(segmented, judgements));
    }

    public Outcome<Analysis> extract(Classified classified) {
        SplitText split = classified.segmented().split();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < split.documents().size(); i++) {
            documents.add(document(
                    split,
                    split.documents().get(i),
                    classified.segmented().outlines().get(i),
                    classified.judgements().get(i)));
        }
        List<Boilerplate> boilerplate = new ArrayList<>();
        for (Boilerplate each : split.boilerplate()) {
            Span raw = split.text().toRaw(new Span(each.start(), each.end()));
            boilerplate.add(new Boilerplate(raw.start(), raw.end(), each.kind()));
        }
        List<Warning> warnings = split.text().warnings();
        return Outcome.accepted(new Analysis(documents, boilerplate, warnings, VERSION));
    }

    private Document document(SplitText split, DocumentDraft draft, Outline outline, List<Judgement> judgements) {
        Sections sections = Sections.of(split, draft, outline, judgements);
        List<Metric> metrics = extractor.extract(split.text(), draft, outline, judgements, sections.ofSentence());
        Span raw = split.text().toRaw(draft.span());
        List<Section> list = sections.list();
        return new Document(
                raw.start(), raw.end(), draft.title(), draft.region(), draft.year(), draft.genre(), list, metrics);
    }
}
