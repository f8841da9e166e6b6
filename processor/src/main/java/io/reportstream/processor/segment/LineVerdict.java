package io.reportstream.processor.segment;

import io.reportstream.contract.Boilerplate.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What of a line is boilerplate.
 *
 * @param contentStart start of what is left, in the clean text
 * @param contentEnd end of what is left; equal to {@code contentStart} if nothing is
 * @param head kind of what goes before the content, or of the whole line
 * @param tail kind of what goes behind the content
 * @param possible kind that the whole line has if its neighbours are boilerplate too
 * @param opensList whether the short lines that follow belong to it
 */
record LineVerdict(
        int contentStart,
        int contentEnd,
        @Nullable Kind head,
        @Nullable Kind tail,
        @Nullable Kind possible,
        boolean opensList) {

    static LineVerdict content(Line line) {
        return new LineVerdict(line.start(), line.end(), null, null, null, false);
    }

    static LineVerdict possible(Line line, Kind kind) {
        return new LineVerdict(line.start(), line.end(), null, null, kind, false);
    }

    static LineVerdict whole(Line line, Kind kind) {
        return new LineVerdict(line.end(), line.end(), kind, null, null, false);
    }

    static LineVerdict list(Line line, Kind kind) {
        return new LineVerdict(line.end(), line.end(), kind, null, null, true);
    }

    boolean isWhole() {
        return contentStart == contentEnd;
    }
}
