package io.reportstream.processor.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Genre;
import io.reportstream.contract.Json;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a gold file and finds its quotes in the source; a fault names the file and the place. */
final class GoldReader {
    private static final Set<String> LABELS = Set.of("ACHIEVEMENT", "PROBLEM", "PLAN", "OTHER", Gold.BOILERPLATE);

    private final String name;
    private final JsonNode root;
    private final String text;
    private final List<Span> units;

    private GoldReader(String name, JsonNode root, String text) {
        this.name = name;
        this.root = root;
        this.text = text;
        this.units = Units.of(text);
    }

    /**
     * Reads one gold file.
     *
     * @param name what faults call the file
     * @param sources gives the text for the file name of a source
     * @throws IllegalArgumentException if the file is not gold for its source
     */
    static Gold read(String name, String json, Function<String, String> sources) {
        try {
            JsonNode root = Json.MAPPER.readTree(json);
            return new GoldReader(name, root, sources.apply(root.path("source").asText())).gold();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        }
    }

    private Gold gold() {
        List<Gold.Range> scope = new ArrayList<>();
        for (JsonNode range : root.path("scope")) {
            scope.add(new Gold.Range(range.path(0).asInt(), range.path(1).asInt()));
        }
        if (scope.isEmpty()) {
            scope.add(new Gold.Range(0, units.size() - 1));
        }
        Map<Integer, Set<String>> labels = new LinkedHashMap<>();
        for (Gold.Range range : scope) {
            for (int unit = range.first(); unit <= range.last(); unit++) {
                labels.put(unit, labels(unit));
            }
        }
        List<Gold.Doc> documents = new ArrayList<>();
        for (JsonNode each : root.path("documents")) {
            documents.add(document(each));
        }
        List<Gold.Fact> metrics = new ArrayList<>();
        for (JsonNode each : root.path("metrics")) {
            metrics.add(metric(each, labels.keySet()));
        }
        return new Gold(root.path("source").asText(), text, units, scope, labels, documents, metrics);
    }

    private Set<String> labels(int unit) {
        Set<String> labels = new LinkedHashSet<>(texts(root.path("labels").path(String.valueOf(unit))));
        if (unit >= units.size() || labels.isEmpty() || !LABELS.containsAll(labels)) {
            throw fault("unit " + unit + ": label " + labels);
        }
        return labels;
    }

    private Gold.Doc document(JsonNode node) {
        int first = node.path("first").asInt(-1);
        int last = node.path("last").asInt(-1);
        if (first < 0 || last < first || last >= units.size()) {
            throw fault("document from unit " + first + " to " + last);
        }
        Set<Integer> years = new LinkedHashSet<>();
        texts(node.path("year")).forEach(year -> years.add(Integer.valueOf(year)));
        Set<Genre> genres = new LinkedHashSet<>();
        texts(node.path("genre")).forEach(genre -> genres.add(Genre.valueOf(genre)));
        return new Gold.Doc(first, last, textOrNull(node.path("region")), years, genres);
    }

    private Gold.Fact metric(JsonNode node, Set<Integer> scope) {
        int unit = node.path("unit").asInt(-1);
        String quote = node.path("quote").asText();
        String where = "metric " + quote + " in unit " + unit;
        if (!scope.contains(unit) || quote.isEmpty()) {
            throw fault(where + ": no such unit, or outside the scope");
        }
        Span span = nth(units.get(unit), quote, node.path("nth").asInt(1), where);
        JsonNode high = node.path("high");
        if (!node.path("value").isNumber()
                || !node.path("measure").isTextual()
                || !node.path("indicator").isTextual()) {
            throw fault(where + ": value, measure or indicator");
        }
        return new Gold.Fact(
                span,
                unit,
                quote,
                node.path("value").asDouble(),
                high.isNumber() ? high.asDouble() : null,
                node.path("measure").asText(),
                node.path("indicator").asText(),
                MetricType.valueOf(node.path("type").asText()),
                MetricStatus.valueOf(node.path("status").asText()),
                Qualifier.valueOf(node.path("qualifier").asText()),
                textOrNull(node.path("period")),
                node.path("optional").asBoolean(false));
    }

    private Span nth(Span unit, String quote, int nth, String where) {
        int at = unit.start() - 1;
        for (int i = 0; i < nth; i++) {
            at = text.indexOf(quote, at + 1);
            if (at < 0 || at + quote.length() > unit.end()) {
                throw fault(where + ": quote not found");
            }
        }
        return new Span(at, at + quote.length());
    }

    /** The values of a list, or the one value that stands for a list of one; none for null. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else if (node.isValueNode() && !node.isNull()) {
            texts.add(node.asText());
        }
        return texts;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(name + ": " + what);
    }
}
