package io.reportstream.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What rejections of the same cause have in common. */
public final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /**
     * 16 hex digits, the same wherever and whenever they are computed.
     *
     * @param cause what tells causes of one reason apart, such as a field's name or an exception's class and place; holds
     *     nothing that differs from report to report
     */
    public static String of(Stage stage, Reason reason, String cause) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((stage + "\n" + reason + "\n" + cause).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
