package io.reportstream.processor.clean;

/** Turns a raw text into clean text. Cleaning clean text changes nothing. */
public final class TextCleaner {
    private static final int MOST_ROUNDS = 6;

    /**
     * What one pass over a text made of it.
     *
     * @param settled whether another pass would change nothing. Joined lines bring together what stood on both sides of a
     *     break, and what was removed changes how wide lines are
     */
    private record Pass(CleanText text, boolean settled) {}

    private final Markup markup = Markup.load();
    private final Wording wording = Wording.load();

    /** Cleans {@code raw}, which may be empty. */
    public CleanText clean(String raw) {
        Pass pass = pass(raw, true);
        CleanText text = pass.text();
        for (int round = 1; !pass.settled(); round++) {
            if (round == MOST_ROUNDS) {
                return pass(raw, false).text();
            }
            pass = pass(text.text(), true);
            text = pass.text().onto(text);
        }
        return text;
    }

    private Pass pass(String raw, boolean joinLines) {
        WarningList warnings = new WarningList();
        MappedText text = new RawScanner(markup, raw, warnings).scan();
        text = Ampersands.remove(text);
        text = ByteShift.repair(text, warnings);
        text = PinyinNotes.remove(text);
        text = Simplifier.simplify(text);
        MappedText joined = joinLines ? LineJoiner.join(text, raw) : text;
        wording.correct(joined);
        boolean settled = joined == text && LineJoiner.join(joined, null) == joined;
        return new Pass(joined.toCleanText(raw, warnings.list()), settled);
    }
}
