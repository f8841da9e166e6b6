package io.reportstream.processor.clean;

/** Turns a raw text into clean text. Cleaning clean text changes nothing. */
public final class TextCleaner {
    private final Markup markup = Markup.load();
    private final Wording wording = Wording.load();

    /** Cleans {@code raw}, which may be empty. */
    public CleanText clean(String raw) {
        WarningList warnings = new WarningList();
        MappedText text = new RawScanner(markup, raw, warnings).scan();
        text = Ampersands.remove(text);
        text = ByteShift.repair(text, warnings);
        text = PinyinNotes.remove(text);
        text = Simplifier.simplify(text);
        text = LineJoiner.join(text, raw);
        wording.correct(text);
        return text.toCleanText(raw, warnings.list());
    }
}
