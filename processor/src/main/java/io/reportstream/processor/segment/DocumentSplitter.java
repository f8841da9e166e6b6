package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Boilerplate.Kind;
import io.reportstream.contract.Span;
import io.reportstream.processor.clean.CleanText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is boilerplate and where each document begins and ends. */
public final class DocumentSplitter {
    private final BoilerplateFinder finder = new BoilerplateFinder();

    /** Splits {@code text}; a text of boilerplate alone holds no document. */
    public SplitText split(CleanText text) {
        List<Line> lines = Line.of(text.text());
        List<LineVerdict> verdicts = finder.find(lines);
        List<Boilerplate> boilerplate = new ArrayList<>();
        List<Piece> pieces = pieces(lines, verdicts, boilerplate);
        List<List<Piece>> groups = Pages.group(Leftovers.drop(pieces, boilerplate));
        List<DocumentDraft> documents = new ArrayList<>();
        boilerplate.sort(Comparator.comparingInt(Boilerplate::start));
        List<Boilerplate> unused = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Piece> group = groups.get(i);
            Titles.Head head = Titles.find(group);
            for (Piece before : group.subList(0, head.first())) {
                unused.add(new Boilerplate(before.start(), before.end(), Kind.NAVIGATION));
            }
            List<Piece> kept = group.subList(head.first(), group.size());
            Span span = new Span(kept.get(0).start(), kept.get(kept.size() - 1).end());
            int from = documents.isEmpty()
                    ? 0
                    : documents.get(documents.size() - 1).span().end();
            int to = i + 1 < groups.size()
                    ? groups.get(i + 1).get(0).start()
                    : text.text().length();
            String page = PageText.around(text.text(), boilerplate, from, span, to);
            documents.add(DocumentFacts.draft(text, span, head.title(), kept, page));
        }
        boilerplate.addAll(unused);
        boilerplate.sort(Comparator.comparingInt(Boilerplate::start));
        return new SplitText(text, boilerplate, documents);
    }

    private static List<Piece> pieces(List<Line> lines, List<LineVerdict> verdicts, List<Boilerplate> boilerplate) {
        List<Piece> pieces = new ArrayList<>();
        Set<Kind> before = EnumSet.noneOf(Kind.class);
        boolean separated = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            LineVerdict verdict = verdicts.get(i);
            int from = verdict.contentStart();
            add(line.start(), verdict.isWhole() ? line.end() : from, verdict.head(), before, boilerplate);
            if (!verdict.isWhole()) {
                int separator = from == line.start() ? Separators.length(line.text()) : 0;
                if (separator > 0) {
                    add(from, from + separator, Kind.SEPARATOR, before, boilerplate);
                    separated = true;
                    from += separator;
                }
                if (from < verdict.contentEnd()) {
                    String text = line.text().substring(from - line.start(), verdict.contentEnd() - line.start());
                    pieces.add(new Piece(i, from, verdict.contentEnd(), text, Set.copyOf(before), separated));
                    before.clear();
                    separated = false;
                }
                add(verdict.contentEnd(), line.end(), verdict.tail(), before, boilerplate);
            }
        }
        return pieces;
    }

    private static void add(int from, int to, @Nullable Kind kind, Set<Kind> before, List<Boilerplate> boilerplate) {
        if (kind != null && from < to) {
            before.add(kind);
            boilerplate.add(new Boilerplate(from, to, kind));
        }
    }
}
