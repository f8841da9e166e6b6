package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;
import java.util.List;

/** Finds the outline of a document. */
public final class Outliner {
    private final HeadingCues cues = new HeadingCues();

    /** The outline of {@code document}; spans of {@code boilerplate} (in the clean text) are left out of it. */
    public Outline outline(CleanText text, DocumentDraft document, List<Boilerplate> boilerplate) {
        List<Span> lines = Lines.of(text.text(), document.span(), boilerplate);
        Speakers speakers = Speakers.of(text.text(), lines, document.genre() == Genre.INTERVIEW);
        OutlineBuilder builder = new OutlineBuilder(document.span());
        LineReader reader = new LineReader(text.text(), builder, cues, speakers);
        Span title = document.titleSpan();
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            if (title != null && title.overlaps(line)) {
                builder.sentence(line.start(), line.end(), true);
            } else {
                reader.read(line, i + 1 < lines.size() ? lines.get(i + 1) : null);
            }
        }
        return builder.build();
    }
}
