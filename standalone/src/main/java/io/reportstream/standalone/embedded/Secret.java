package io.reportstream.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password that is kept in a file which only its owner can read. */
final class Secret {
    private static final int BYTES = 24;

    private Secret() {}

    /** The password in {@code file}; a new one, hexadecimal, when there is none. */
    static String in(Path file) {
        try {
            String kept = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!kept.isEmpty()) {
                return kept;
            }
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            Files.deleteIfExists(file);
            Files.createFile(file, Directories.OWNER_ONLY);
            Files.writeString(file, password + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a password in " + file, e);
        }
    }
}
