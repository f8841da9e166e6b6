package io.reportstream.processor.classify;

import io.reportstream.contract.Genre;
import io.reportstream.contract.Label;
import io.reportstream.contract.Span;
import io.reportstream.processor.segment.HeadingCues;
import io.reportstream.processor.segment.Outline;
import java.util.EnumSet;
import java.util.Set;

/** Reads the headings of one document in order: by their words, by their years, and by what the heading before announced. */
final class HeadingLabels {
    private static final Set<Label> SILENT = Set.of();

    private final HeadingCues cues;
    private final String text;
    private final int covered;
    private final Genre genre;
    private int firstYear;

    /**
     * A reader of headings.
     *
     * @param covered the year of the document; 0 where that is unknown
     */
    HeadingLabels(HeadingCues cues, String text, int covered, Genre genre) {
        this.cues = cues;
        this.text = text;
        this.covered = covered;
        this.genre = genre;
    }

    /**
     * What the heading of {@code part} announces, or the one around it where its own does not tell.
     *
     * @param elder what the heading before it on the same level announces
     * @param announced what a sentence before the list announces of its items
     */
    Set<Label> of(Outline.Part part, Set<Label> around, Set<Label> elder, Set<Label> announced) {
        Span span = part.heading();
        if (span == null || part.kind() == Outline.Kind.ITEM) {
            return around;
        }
        String heading = span.of(text);
        int year = year(text, part);
        Set<Label> headed = cues.labels(heading, !around.isEmpty());
        if (headed.isEmpty() && around.isEmpty()) {
            headed = either(heading, year, elder);
        }
        headed = headed.isEmpty() ? around : headed;
        int told = year == 0 && announced.isEmpty() ? Years.period(heading, covered, false) : year;
        if (headed.isEmpty() && told > 0) {
            headed = byYear(told);
        }
        firstYear = firstYear == 0 ? year : firstYear;
        boolean onwards = headed.isEmpty() && announced.isEmpty() && elder.equals(EnumSet.of(Label.PLAN));
        return onwards ? elder : headed; // a report that has come to the plans does not go back
    }

    /** A heading that may look back or ahead (主要工作): told by its year, else by what stands before it. */
    private Set<Label> either(String heading, int year, Set<Label> elder) {
        Label usual = cues.either(heading);
        if (usual == null) {
            return SILENT;
        }
        if (year > 0 && covered > 0 && year != covered) {
            return byYear(year);
        }
        boolean ahead = elder.contains(Label.PLAN) || elder.contains(Label.PROBLEM);
        boolean turns = elder.contains(Label.ACHIEVEMENT) && (usual == Label.PLAN || heading.contains("今年"));
        boolean past = elder.isEmpty() && genre == Genre.SUMMARY && year > 0 && year == covered;
        return EnumSet.of(ahead || turns ? Label.PLAN : past ? Label.ACHIEVEMENT : usual);
    }

    /** Reads a heading by its year alone. */
    private Set<Label> byYear(int year) {
        if (covered == 0) {
            return firstYear > 0 && year > firstYear ? EnumSet.of(Label.PLAN) : SILENT;
        }
        if (year > covered) {
            return EnumSet.of(Label.PLAN);
        }
        return year < covered || genre == Genre.SUMMARY ? EnumSet.of(Label.ACHIEVEMENT) : SILENT;
    }

    /** The year that a heading names; 0 where it names none. */
    static int year(String text, Outline.Part part) {
        Span heading = part.heading();
        return part.kind() == Outline.Kind.ITEM || heading == null
                ? 0
                : Years.first(text, heading.start(), heading.end());
    }
}
