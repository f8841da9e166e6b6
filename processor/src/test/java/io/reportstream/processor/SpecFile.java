package io.reportstream.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Examples in a text file on the class path: {@code ## title}, the input, a line with a single full stop, what is expected,
 * a blank line. Lines that begin with {@code # } before the first example are comments.
 *
 * <p>Code points that editors like to fold are written as {@code {U+FF01}}.
 */
public final class SpecFile {
    private SpecFile() {}

    /**
     * One example.
     *
     * @param expected without blank lines at its end
     */
    public record Example(String title, String input, String expected) {}

    /** The examples of {@code resource}, such as {@code /spec/metrics.txt}. Never empty. */
    public static List<Example> read(String resource) {
        try (InputStream in = SpecFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static List<Example> parse(String name, String content) {
        List<Example> examples = new ArrayList<>();
        for (String block : ("\n" + content.replace("\r\n", "\n")).split("\n## ", -1)) {
            if (examples.isEmpty() && (block.isBlank() || block.startsWith("\n# ") || block.startsWith("# "))) {
                continue;
            }
            int titleEnd = block.indexOf('\n');
            int dot = block.indexOf("\n.\n", Math.max(0, titleEnd - 1));
            int lastDot = dot < 0 && block.endsWith("\n.") ? block.length() - 2 : dot;
            if (titleEnd < 0 || lastDot < titleEnd) {
                throw new IllegalStateException(name + ": no line with a full stop in example: " + block);
            }
            String input = lastDot == titleEnd ? "" : block.substring(titleEnd + 1, lastDot);
            String expected =
                    block.substring(Math.min(block.length(), lastDot + 3)).stripTrailing();
            examples.add(new Example(block.substring(0, titleEnd).strip(), unescape(input), unescape(expected)));
        }
        if (examples.isEmpty()) {
            throw new IllegalStateException(name + ": no examples");
        }
        return List.copyOf(examples);
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{U+"); open >= 0; open = text.indexOf("{U+", at)) {
            int close = text.indexOf('}', open);
            out.append(text, at, open).append((char) Integer.parseInt(text.substring(open + 3, close), 16));
            at = close + 1;
        }
        return out.append(text.substring(at)).toString();
    }
}
