package io.reportstream.processor.segment;

import io.reportstream.contract.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a document: a tree of numbered, titled or spoken parts, and the sentences in them.
 *
 * @param parts in reading order; the first is the document itself; a parent stands before its children
 * @param sentences in reading order; together they cover the document but for boilerplate and white space
 */
public record Outline(List<Part> parts, List<Sentence> sentences) {
    public Outline {
        parts = List.copyOf(parts);
        sentences = List.copyOf(sentences);
    }

    /** What opens a part. */
    public enum Kind {
        DOCUMENT,
        /** 一、 (一) 1. (1) ① 第一章, with a heading of its own. */
        HEADING,
        /** 一是…; 首先…; —— …; a numbered item that runs on as prose. */
        ITEM,
        QUESTION,
        ANSWER
    }

    /**
     * A part of the document.
     *
     * @param parent index of the part around it; -1 for the document
     * @param level 0 for the document, 1 for its outermost parts
     * @param heading where its heading stands, number and title, in the clean text; null where there is none
     * @param span all of the part, heading and children included, in the clean text
     */
    public record Part(
            int parent, int level, Kind kind, @Nullable Span heading, Span span) {}

    /**
     * A sentence or a heading.
     *
     * @param span in the clean text, without surrounding white space
     * @param part index of the innermost part that holds it
     * @param heading whether it is the heading of that part, or the document's title
     */
    public record Sentence(Span span, int part, boolean heading) {}
}
