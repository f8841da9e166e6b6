package io.reportstream.processor.classify;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Span;
import io.reportstream.processor.segment.DocumentDraft;
import io.reportstream.processor.segment.HeadingCues;
import io.reportstream.processor.segment.Outline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the headings and questions above a sentence say of it. */
final class Scopes {
    /** A question is read from its end: what stands further before is its occasion. */
    private static final int QUESTION_LENGTH = 120;

    private static final Set<Label> SILENT = Set.of();

    /**
     * The scope of one part.
     *
     * @param headed what the nearest telling heading announces
     * @param asked what the question that is answered here asks for
     * @param host whether the host speaks
     */
    record Scope(Set<Label> headed, Set<Label> asked, boolean host) {}

    private final HeadingCues headings = new HeadingCues();
    private final QuestionCues questions = new QuestionCues();

    /** One scope for each part of {@code outline}. */
    List<Scope> of(String text, DocumentDraft document, Outline outline) {
        List<Scope> scopes = new ArrayList<>();
        Set<Label> lastAsked = SILENT;
        for (Outline.Part part : outline.parts()) {
            if (part.parent() < 0) {
                scopes.add(new Scope(SILENT, SILENT, false));
                continue;
            }
            Scope around = scopes.get(part.parent());
            switch (part.kind()) {
                case QUESTION -> {
                    lastAsked = asked(text, part.span());
                    scopes.add(new Scope(SILENT, SILENT, true));
                }
                case ANSWER -> scopes.add(new Scope(SILENT, lastAsked, false));
                case HEADING -> scopes.add(new Scope(headed(text, document, part, around), around.asked(), false));
                default -> scopes.add(around);
            }
        }
        return scopes;
    }

    private Set<Label> asked(String text, Span question) {
        int from = Math.max(question.start(), question.end() - QUESTION_LENGTH);
        return questions.labels(text.substring(from, question.end()));
    }

    private Set<Label> headed(String text, DocumentDraft document, Outline.Part part, Scope around) {
        Span span = part.heading();
        if (span == null) {
            return around.headed();
        }
        String heading = span.of(text);
        Set<Label> labels = headings.labels(heading, !around.headed().isEmpty());
        if (!labels.isEmpty()) {
            return labels;
        }
        Label byYear = byYear(heading, document);
        return byYear == null || !around.headed().isEmpty() ? around.headed() : EnumSet.of(byYear);
    }

    private static @Nullable Label byYear(String heading, DocumentDraft document) {
        Integer covered = document.year();
        int year = Years.first(heading, 0, heading.length());
        if (covered == null || year == 0) {
            return null;
        }
        if (year > covered) {
            return Label.PLAN;
        }
        return year < covered || document.genre() == Genre.SUMMARY ? Label.ACHIEVEMENT : null;
    }
}
