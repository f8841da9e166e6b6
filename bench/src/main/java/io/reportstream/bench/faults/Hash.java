package io.reportstream.bench.faults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Texts in few characters. */
final class Hash {
    private Hash() {}

    /** MD5 of the UTF-16 code units: what UTF-8 cannot hold counts as well. */
    static String of(String text) {
        try {
            byte[] units = new byte[text.length() * 2];
            for (int i = 0; i < text.length(); i++) {
                units[2 * i] = (byte) (text.charAt(i) >> 8);
                units[2 * i + 1] = (byte) text.charAt(i);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(units), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    /** {@code text} as the store holds it: U+2400 for U+0000, U+FFFD for half a surrogate pair. */
    static String storable(String text) {
        byte[] replaced = text.replace('\0', '\u2400').getBytes(StandardCharsets.UTF_16BE);
        return new String(replaced, StandardCharsets.UTF_16BE);
    }
}
