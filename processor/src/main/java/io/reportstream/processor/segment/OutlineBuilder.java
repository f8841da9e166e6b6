package io.reportstream.processor.segment;

import io.reportstream.contract.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts and sentences of a document in reading order. */
final class OutlineBuilder {
    /** Lists nested in prose deeper than this are read as one list. */
    private static final int MAX_DEPTH = 12;

    private record Open(int part, Style style, int number, boolean lineStart) {}

    private final List<Outline.Part> parts = new ArrayList<>();
    private final List<Outline.Sentence> sentences = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private int textEnd;

    OutlineBuilder(Span document) {
        this.textEnd = document.start();
        parts.add(new Outline.Part(-1, 0, Outline.Kind.DOCUMENT, null, document));
    }

    /**
     * Opens a part at {@code start}: inside the open parts of outer styles, behind those of its own and inner ones.
     *
     * @param lineStart whether the part begins a line; one that does not may belong to the sentence list around it
     */
    void open(Marker marker, Outline.Kind kind, @Nullable Span heading, int start, boolean lineStart) {
        close(depthFor(marker.style(), marker.number(), lineStart));
        int parent = innermost();
        parts.add(new Outline.Part(parent, open.size() + 1, kind, heading, new Span(start, start)));
        open.add(new Open(parts.size() - 1, marker.style(), marker.number(), lineStart));
    }

    /** Closes the lists that began within the paragraph before: a new paragraph without a marker is not of them. */
    void paragraph() {
        int depth = 0;
        while (depth < open.size()
                && (open.get(depth).lineStart() || !open.get(depth).style().inProse())) {
            depth++;
        }
        close(depth);
    }

    /** How many of the open parts stay open around a new part. */
    private int depthFor(Style style, int number, boolean lineStart) {
        int outer = 0;
        while (outer < open.size() && open.get(outer).style().outside(style)) {
            outer++;
        }
        if (outer == open.size() || !(style.inProse() || open.get(outer).style().inProse())) {
            return outer;
        }
        for (int depth = open.size() - 1; depth >= outer; depth--) {
            if (number > 1
                    && open.get(depth).style() == style
                    && open.get(depth).number() == number - 1) {
                return depth;
            }
        }
        boolean startsInnerList = number == 1 && open.size() < MAX_DEPTH && (style.inProse() || !lineStart);
        return startsInnerList ? open.size() : outer;
    }

    /** Adds a sentence to the innermost open part. */
    void sentence(int start, int end, boolean heading) {
        sentences.add(new Outline.Sentence(new Span(start, end), innermost(), heading));
        textEnd = end;
    }

    private int innermost() {
        return open.isEmpty() ? 0 : open.get(open.size() - 1).part();
    }

    private void close(int depth) {
        while (open.size() > depth) {
            Open last = open.remove(open.size() - 1);
            Outline.Part part = parts.get(last.part());
            int start = part.span().start();
            parts.set(
                    last.part(),
                    new Outline.Part(
                            part.parent(),
                            part.level(),
                            part.kind(),
                            part.heading(),
                            new Span(start, Math.max(start, textEnd))));
        }
    }

    Outline build() {
        close(0);
        return new Outline(parts, sentences);
    }
}
