package io.reportstream.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The texts that are measured: the seed documents, and patterns that make careless parsers slow. */
final class Texts {
    private static final List<String> SEEDS = List.of(
            "000_887fec48a7bbcb28.txt",
            "001_706da0dc94fb9eb6.txt",
            "002_f11c072e94adb095.txt",
            "003_ca99ee928cb08720.txt",
            "004_d294972b749eb22f.txt");

    /** What is repeated to the wanted length; {@code \n} is left out of the one-line text. */
    private static final Map<String, Supplier<String>> PATTERNS = Map.ofEntries(
            Map.entry("report", Texts::seeds),
            Map.entry("one-line", () -> seeds().replaceAll("\\s+", "")),
            Map.entry("headings", () -> "一、"),
            Map.entry("brackets", () -> "（"),
            Map.entry("digits", () -> "7"),
            Map.entry("yi", () -> "亿"),
            Map.entry("dashes", () -> "1-"),
            Map.entry("numerals", () -> "十"),
            Map.entry("percent", () -> "增长5%、"),
            Map.entry("entities", () -> "&"),
            Map.entry("markup", () -> "<"),
            Map.entry("comments", () -> "<!--"),
            Map.entry("separators", () -> "【篇一】"),
            Map.entry("turns", () -> "问:答:"),
            Map.entry("surrogates", () -> "\ud840"),
            Map.entry("nul", () -> "\0"),
            Map.entry("lines", () -> "\n"));

    private Texts() {}

    /** All seed documents, one after the other. */
    static String seeds() {
        StringBuilder all = new StringBuilder();
        for (String seed : SEEDS) {
            all.append(seed(seed)).append('\n');
        }
        return all.toString();
    }

    static String ofLength(String pattern, int length) {
        String piece = PATTERNS.get(pattern).get();
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static String seed(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/seeds/" + name)) {
            if (in == null) {
                throw new IllegalStateException("seed document missing from the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
