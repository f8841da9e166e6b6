package io.reportstream.processor.analyze;

import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.processor.classify.Judgement;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.Outline;
import io.reportstream.processor.segment.SplitText;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring sentences of one label and one heading, joined to sections that tile the document.
 *
 * @param list in reading order, with raw spans
 * @param ofSentence for each sentence, the index of its section
 */
record Sections(List<Section> list, List<Integer> ofSentence) {
    static Sections of(SplitText split, DocumentDraft draft, Outline outline, List<Judgement> judgements) {
        List<Section> list = new ArrayList<>();
        List<Integer> ofSentence = new ArrayList<>();
        for (int i = 0; i < outline.sentences().size(); i++) {
            Judgement judgement = judgements.get(i);
            Span raw = split.text().toRaw(outline.sentences().get(i).span());
            ofSentence.add(list.size());
            list.add(new Section(judgement.label(), raw.start(), raw.end(), null, 0, judgement.confidence()));
        }
        return new Sections(list, ofSentence);
    }
}
