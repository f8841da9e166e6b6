package io.reportstream.processor.clean;

/** Turns a raw text into clean text. Cleaning clean text changes nothing. */
public final class TextCleaner {
    private final Markup markup = Markup.load();

    /** Cleans {@code raw}, which may be empty. */
    public CleanText clean(String raw) {
        WarningList warnings = new WarningList();
        MappedText text = new RawScanner(markup, raw, warnings).scan();
        text = Ampersands.remove(text);
        text = PinyinNotes.remove(text);
        text = Simplifier.simplify(text);
        return text.toCleanText(raw, warnings.list());
    }
}
