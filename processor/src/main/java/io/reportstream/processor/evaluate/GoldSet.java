package io.reportstream.processor.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A collection of gold files with their sources. */
public final class GoldSet {
    private static final String SHIPPED = "/gold/";

    private GoldSet() {}

    /**
     * Gold files that the project ships.
     *
     * @param set {@code dev}, or {@code more}
     */
    public static List<Gold> shipped(String set) {
        List<Gold> golds = new ArrayList<>();
        for (String name : resource(set + "/index.txt").lines().toList()) {
            golds.add(GoldReader.read(name, resource(set + "/" + name), source -> resource("sources/" + source)));
        }
        return golds;
    }

    /** Every {@code *.gold.json} of a folder, in the order of their names. */
    public static List<Gold> read(Path folder, Path sources) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> golds = files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .toList();
            if (golds.isEmpty()) {
                throw new IllegalArgumentException(folder + ": no *.gold.json here");
            }
            List<Gold> set = new ArrayList<>();
            for (Path file : golds) {
                set.add(GoldReader.read(
                        file.getFileName().toString(), text(file), source -> text(sources.resolve(source))));
            }
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = GoldSet.class.getResourceAsStream(SHIPPED + name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + SHIPPED + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
