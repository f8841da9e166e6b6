package io.reportstream.service.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        description = {
            "Makes a new API key for an upstream system, adds its hash to the key file (producer.keys.path), and prints it "
                    + "once.",
            "To renew a key: make a second one, hand it over, then remove the line of the first. The producer reads the "
                    + "file again by itself."
        },
        mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {
    private static final int RANDOM_BYTES = 32;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "The source that the key's holder may submit for.")
    private String source = "";

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "Key file; created when missing.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (source.isBlank() || source.chars().anyMatch(Character::isISOControl) || source.startsWith("#")) {
            throw new ParameterException(spec.commandLine(), "a source has no control characters and no # in front");
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String key = "rs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // The line is added to it.
        }
        List<String> lines = List.of("# " + LocalDate.now(ZoneOffset.UTC), source.strip() + "\t" + ApiKeys.hash(key));
        Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        spec.commandLine().getOut().println(key);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
