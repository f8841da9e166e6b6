package io.reportstream.processor.analyze;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.contract.Stage;
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
import java.util.Optional;

/** Reads reports: each stage is one method, {@link #analyze} runs them in a row. Safe for use by several threads. */
public final class Analyzer {
    /** Changes whenever the same text may give another result. */
    public static final String VERSION = "0.1.0";

    private final TextCleaner cleaner = new TextCleaner();
    private final DocumentSplitter splitter = new DocumentSplitter();
    private final Outliner outliner = new Outliner();
    private final SentenceClassifier classifier = new SentenceClassifier();
    private final MetricExtractor extractor = new MetricExtractor();

    /** A split text with the outline of each document; empty where the outliner failed on it. */
    public record Segmented(SplitText split, List<Optional<Outline>> outlines) {}

    /** A segmented text with the judgements of each document; empty where a stage failed on it. */
    public record Classified(Segmented segmented, List<Optional<List<Judgement>>> judgements) {}

    /** All stages; spans of the result point into {@code raw}. */
    public Outcome<Analysis> analyze(String raw) {
        return clean(raw)
                .then(this::split)
                .then(this::segment)
                .then(this::classify)
                .then(this::extract);
    }

    public Outcome<CleanText> clean(String raw) {
        return Guarded.stage(Stage.CLEAN, () -> {
            CleanText text = cleaner.clean(raw);
            return text.text().isBlank()
                    ? Outcome.rejected(Reason.NO_TEXT, "0 of " + raw.length() + " characters are text")
                    : Outcome.accepted(text);
        });
    }

    public Outcome<SplitText> split(CleanText text) {
        return Guarded.stage(Stage.SPLIT, () -> Outcome.accepted(splitter.split(text)));
    }

    public Outcome<Segmented> segment(SplitText split) {
        List<DocumentDraft> drafts = split.documents();
        return Guarded.stage(
                Stage.SEGMENT,
                () -> Outcome.accepted(new Segmented(
                        split,
                        Guarded.documents(
                                Stage.SEGMENT,
                                drafts.size(),
                                i -> Optional.of(
                                        outliner.outline(split.text(), drafts.get(i), split.boilerplate()))))));
    }

    public Outcome<Classified> classify(Segmented segmented) {
        CleanText text = segmented.split().text();
        List<DocumentDraft> drafts = segmented.split().documents();
        return Guarded.stage(
                Stage.CLASSIFY,
                () -> Outcome.accepted(new Classified(
                        segmented,
                        Guarded.documents(
                                Stage.CLASSIFY,
                                drafts.size(),
                                i -> segmented
                                        .outlines()
                                        .get(i)
                                        .map(outline -> classifier.classify(text, drafts.get(i), outline))))));
    }

    public Outcome<Analysis> extract(Classified classified) {
        return Guarded.stage(Stage.EXTRACT, () -> Outcome.accepted(analysis(classified)));
    }

    private Analysis analysis(Classified classified) {
        SplitText split = classified.segmented().split();
        List<Optional<Document>> read = Guarded.documents(
                Stage.EXTRACT,
                split.documents().size(),
                i -> classified
                        .judgements()
                        .get(i)
                        .map(judgements -> document(
                                split,
                                split.documents().get(i),
                                classified.segmented().outlines().get(i).orElseThrow(),
                                judgements)));
        List<Document> documents = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(split.text().warnings());
        for (int i = 0; i < read.size(); i++) {
            DocumentDraft draft = split.documents().get(i);
            documents.add(read.get(i).orElseGet(() -> UnreadDocument.of(split, draft)));
            if (read.get(i).isEmpty()) {
                warnings.add(UnreadDocument.warning(split, draft));
            }
        }
        List<Boilerplate> boilerplate = new ArrayList<>();
        for (Boilerplate each : split.boilerplate()) {
            Span raw = split.text().toRaw(new Span(each.start(), each.end()));
            boilerplate.add(new Boilerplate(raw.start(), raw.end(), each.kind()));
        }
        return new Analysis(documents, boilerplate, warnings, VERSION);
    }

    private Document document(SplitText split, DocumentDraft draft, Outline outline, List<Judgement> judgements) {
        Sections sections = Sections.of(split, outline, judgements);
        List<Metric> metrics = extractor.extract(split.text(), draft, outline, judgements, sections.ofSentence());
        Span raw = split.text().toRaw(draft.span());
        List<Section> list = sections.list();
        return new Document(
                raw.start(), raw.end(), draft.title(), draft.region(), draft.year(), draft.genre(), list, metrics);
    }
}
