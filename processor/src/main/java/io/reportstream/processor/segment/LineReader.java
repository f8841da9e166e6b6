package io.reportstream.processor.segment;

import io.reportstream.contract.Span;
import org.jspecify.annotations.Nullable;

/** Cuts lines into sentences and opens the parts that begin in them. */
final class LineReader {
    private static final int SHORT_LINE = 36;
    private static final int LONG_LINE = 40;
    private static final int FRONT_LINE = 60;
    private static final int FRONT_LINES = 8;

    private final String text;
    private final OutlineBuilder outline;
    private final HeadingCues cues;
    private final Speakers speakers;
    private boolean lastLineEnded = true;
    private int front;

    LineReader(String text, OutlineBuilder outline, HeadingCues cues, Speakers speakers) {
        this.text = text;
        this.outline = outline;
        this.cues = cues;
        this.speakers = speakers;
    }

    void read(Span line, @Nullable Span next) {
        int at = line.start();
        if (isFront(line)) {
            outline.sentence(at, line.end(), front++ == 0);
            return;
        }
        front = FRONT_LINES;
        Speakers.Turn turn = speakers.turn(line);
        if (turn != null) {
            Outline.Kind kind = turn.host() ? Outline.Kind.QUESTION : Outline.Kind.ANSWER;
            outline.open(new Marker(Style.TURN, 0, at), kind, null, at, true);
            if (Numbering.at(text, turn.speech(), line.end(), true) != null) {
                outline.sentence(at, turn.speech(), false);
                at = turn.speech();
            }
        }
        outline.paragraph();
        Marker marker = Numbering.at(text, at, line.end(), true);
        int runIn = marker == null ? runIn(at, line.end()) : at;
        runIn = runIn == line.end() ? at : runIn;
        if (marker != null) {
            at = open(marker, at, line.end(), true);
        } else if (runIn > at) {
            at = openNamed(at, runIn, line.end());
        } else if (turn == null && isHeadingLine(line, next)) {
            Style style = cues.names(bare(line.start(), line.end())) ? Style.NAMED : Style.PLAIN;
            outline.open(new Marker(style, 0, at), Outline.Kind.HEADING, line, at, true);
            outline.sentence(at, line.end(), true);
            at = line.end();
        }
        sentences(at, line.end());
        char last = text.charAt(line.end() - 1);
        lastLineEnded = SentenceEnds.isEnd(last) || last == ':' || at == line.end() || "”)》】.".indexOf(last) >= 0;
    }

    /** Title, date and author above the body: short lines without a full stop and without a number. */
    private boolean isFront(Span line) {
        if (front >= FRONT_LINES || line.length() > FRONT_LINE || has(line, true) || speakers.turn(line) != null) {
            return false;
        }
        Marker marker = Numbering.at(text, line.start(), line.end(), true);
        int runIn = runIn(line.start(), line.end());
        boolean opensList = runIn > line.start() && runIn < line.end();
        return !opensList && (marker == null || marker.style() == Style.DASH);
    }

    /** Cuts the rest of a line into sentences; lists that run on in it open their parts. */
    private void sentences(int from, int limit) {
        int start = skipSpace(from, limit);
        int i = start;
        while (i < limit) {
            char c = text.charAt(i);
            if (SentenceEnds.isEnd(c)) {
                int end = SentenceEnds.after(text, i, limit);
                outline.sentence(start, end, false);
                start = next(skipSpace(end, limit), limit);
                i = start;
            } else if (c == ':') {
                int behind = skipSpace(i + 1, limit);
                Marker marker = Numbering.at(text, behind, limit, false);
                if (marker != null && marker.number() == 1) {
                    outline.sentence(start, i + 1, false);
                    start = open(marker, behind, limit, false);
                    i = start;
                } else {
                    i++;
                }
            } else {
                i++;
            }
        }
        if (start < limit) {
            outline.sentence(start, limit, false);
        }
    }

    /** Opens what begins behind a sentence, if anything does; gives the offset behind its heading sentence. */
    private int next(int at, int limit) {
        Marker marker = Numbering.at(text, at, limit, false);
        if (marker != null) {
            return open(marker, at, limit, false);
        }
        int runIn = runIn(at, limit);
        boolean announces = text.charAt(runIn - 1) == ':'; // at the end of a paragraph: a sentence of it, not a heading
        return runIn > at && !announces ? openNamed(at, runIn, limit) : at;
    }

    /**
     * The end of a heading without a number that runs on into a list (2008年工作安排 1、…) or ends the line; {@code at}
     * where none begins.
     */
    private int runIn(int at, int limit) {
        int near = Math.min(limit, at + SHORT_LINE);
        for (int i = at; i < near && !SentenceEnds.isEnd(text.charAt(i)); i++) {
            if (Numbering.isSpace(text.charAt(i))) {
                Marker list = Numbering.at(text, skipSpace(i, limit), limit, false);
                return list != null && list.number() == 1 && cues.names(bare(at, i)) ? i : at;
            }
            if (i + 1 == limit) {
                return cues.names(bare(at, limit)) ? limit : at;
            }
        }
        return at;
    }

    private int openNamed(int at, int end, int limit) {
        outline.open(new Marker(Style.NAMED, 0, end), Outline.Kind.HEADING, new Span(at, end), at, true);
        outline.sentence(at, end, true);
        return next(skipSpace(end, limit), limit);
    }

    /** Opens the part of {@code marker}, which stands at {@code at}; gives the offset behind its heading sentence. */
    private int open(Marker marker, int at, int limit, boolean lineStart) {
        int end = Heading.end(text, marker.end(), limit, marker.style(), lineStart);
        boolean headed = end > marker.end();
        boolean item = !headed || marker.style().inProse();
        Span heading = headed ? new Span(at, end) : null;
        outline.open(marker, item ? Outline.Kind.ITEM : Outline.Kind.HEADING, heading, at, lineStart);
        if (!headed || text.charAt(end - 1) == ':') {
            return at;
        }
        int behind = SentenceEnds.isEnd(text.charAt(end - 1)) ? SentenceEnds.after(text, end - 1, limit) : end;
        outline.sentence(at, behind, true);
        return skipSpace(behind, limit);
    }

    /** A short line without a closing mark, between complete lines, that something follows. */
    private boolean isHeadingLine(Span line, @Nullable Span next) {
        if (next == null || line.length() > SHORT_LINE || !lastLineEnded) {
            return false;
        }
        char last = text.charAt(line.end() - 1);
        if (last == ':') {
            return cues.names(bare(line.start(), line.end()));
        }
        if (!(Character.isLetterOrDigit(last) || "”)》".indexOf(last) >= 0) || has(line, false)) {
            return false;
        }
        return cues.names(bare(line.start(), line.end()))
                || next.length() >= LONG_LINE
                || Numbering.at(text, next.start(), next.end(), true) != null;
    }

    private boolean has(Span line, boolean comma) {
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            if (SentenceEnds.isEnd(c) || (comma && c == ',')) {
                return true;
            }
        }
        return false;
    }

    private String bare(int from, int to) {
        int end = to;
        while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end);
    }

    private int skipSpace(int from, int limit) {
        int at = from;
        while (at < limit && Numbering.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
