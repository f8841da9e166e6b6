package io.reportstream.processor.analyze;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Label;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.contract.Warning;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.SplitText;
import java.util.ArrayList;
import java.util.List;

/** What stands for a document on which a stage failed, so that its siblings are kept: all of it OTHER, no metrics. */
final class UnreadDocument {
    private UnreadDocument() {}

    static Document of(SplitText split, DocumentDraft draft) {
        Span raw = split.text().toRaw(draft.span());
        List<Section> sections = new ArrayList<>();
        for (Span clean : withoutBoilerplate(split, draft.span())) {
            Span span = split.text().toRaw(clean);
            sections.add(new Section(Label.OTHER, span.start(), span.end(), null, 0, 0));
        }
        return new Document(
                raw.start(),
                raw.end(),
                draft.title(),
                draft.region(),
                draft.year(),
                draft.genre(),
                sections,
                List.of());
    }

    static Warning warning(SplitText split, DocumentDraft draft) {
        Span raw = split.text().toRaw(draft.span());
        return new Warning(
                raw.start(), raw.end(), Warning.Code.DOCUMENT_NOT_ANALYSED, "the analyser failed on this document");
    }

    private static List<Span> withoutBoilerplate(SplitText split, Span document) {
        List<Span> gaps = new ArrayList<>();
        int from = document.start();
        for (Boilerplate each : split.boilerplate()) {
            if (new Span(each.start(), each.end()).overlaps(document)) {
                addText(split, gaps, from, each.start());
                from = Math.max(from, each.end());
            }
        }
        addText(split, gaps, from, document.end());
        return gaps;
    }

    private static void addText(SplitText split, List<Span> gaps, int from, int to) {
        if (from < to && !split.text().text().substring(from, to).isBlank()) {
            gaps.add(new Span(from, to));
        }
    }
}
