package io.reportstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whoever wrote a program by a released schema can still rely on it. Where this fails the change breaks others: add a
 * field beside the old one instead. docs/contracts.md says how to release a new set.
 */
class ReleasedSchemasTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @TestFactory
    Stream<DynamicTest> keepsEveryPromise() throws IOException {
        return releases().stream()
                .flatMap(release -> Arrays.stream(Topic.values())
                        .map(topic -> DynamicTest.dynamicTest(
                                topic.topicName() + " of " + release.getFileName(),
                                () -> assertThat(SchemaComparison.breaks(read(release, topic), read(SCHEMAS, topic)))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> everyReleaseHasTheSchemaOfEveryTopicAndNothingElse() throws IOException {
        List<String> expected =
                Arrays.stream(Topic.values()).map(ReleasedSchemasTest::file).toList();
        return releases().stream()
                .map(release -> DynamicTest.dynamicTest(
                        release.getFileName().toString(),
                        () -> assertThat(names(release)).containsExactlyInAnyOrderElementsOf(expected)));
    }

    @Test
    void missesEachFieldThatIsTakenAway() throws IOException {
        for (Topic topic : Topic.values()) {
            JsonNode released = read(releases().get(0), topic);
            assertThat(released.path("properties").properties()).isNotEmpty();
            for (Map.Entry<String, JsonNode> field : released.path("properties").properties()) {
                ObjectNode newer = released.deepCopy();
                ((ObjectNode) newer.path("properties")).remove(field.getKey());
                assertThat(SchemaComparison.breaks(released, newer))
                        .contains("/" + field.getKey() + ": the field is gone");
            }
        }
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> directories = Files.list(SCHEMAS.resolve("released"))) {
            List<Path> releases = directories.sorted().toList();
            assertThat(releases).isNotEmpty();
            return releases;
        }
    }

    private static List<String> names(Path release) {
        try (Stream<Path> files = Files.list(release)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path directory, Topic topic) throws IOException {
        return Json.MAPPER.readTree(directory.resolve(file(topic)).toFile());
    }

    private static String file(Topic topic) {
        return topic.topicName() + ".json";
    }
}
