package io.reportstream.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What may name a report, and the names given to reports that come without one. */
public final class ReportId {
    /** In UTF-16 code units. */
    public static final int MAX_LENGTH = 200;

    private ReportId() {}

    /** 1 to {@link #MAX_LENGTH} characters, no control characters, no white space at the ends, no half surrogates. */
    public static boolean isValid(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_LENGTH
                && id.strip().length() == id.length()
                && id.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** The same source and text give the same id. */
    public static String derive(String source, String text) {
        return "sha256-" + hash(source + '\0' + text).substring(0, 40);
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
