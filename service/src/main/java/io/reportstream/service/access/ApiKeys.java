package io.reportstream.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Keys of upstream systems, each as the SHA-256 of the key: the keys are random and long, so that a slow hash would add
 * nothing. A source may have several keys at a time, which is how keys are renewed.
 */
final class ApiKeys {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final List<Entry> entries;

    private ApiKeys(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(String source, String sha256) {}

    /**
     * Reads {@code source TAB sha256} per line; empty lines and those that begin with {@code #} are comments.
     *
     * @param name of the file, for messages
     * @throws ConfigException if a line is anything else
     */
    static ApiKeys parse(String name, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int tab = line.lastIndexOf('\t');
                String hash = line.substring(tab + 1).strip();
                if (tab < 1 || !SHA256.matcher(hash).matches()) {
                    throw new ConfigException(
                            name + ":" + (i + 1) + ": must be a source, a tab and the SHA-256 of its key");
                }
                entries.add(new Entry(line.substring(0, tab).strip(), hash));
            }
        }
        return new ApiKeys(entries);
    }

    /** The source whose key this is. Takes as long for a wrong key as for a right one. */
    Optional<String> sourceOf(String key) {
        byte[] presented = hash(key).getBytes(StandardCharsets.US_ASCII);
        String found = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(presented, entry.sha256().getBytes(StandardCharsets.US_ASCII))) {
                found = entry.source();
            }
        }
        return Optional.ofNullable(found);
    }

    int size() {
        return entries.size();
    }

    static String hash(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
