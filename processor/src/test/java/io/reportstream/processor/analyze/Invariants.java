package io.reportstream.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Json;
import io.reportstream.contract.Metric;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import io.reportstream.contract.Warning;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.clean.TextCleaner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** What holds for every text, however odd. Each method throws where it does not. */
final class Invariants {
    private static final Analyzer ANALYZER = new Analyzer();
    private static final TextCleaner CLEANER = new TextCleaner();

    private Invariants() {}

    /** Clean text stays as it is when cleaned again, and each of its code units knows where it came from. */
    static void requireCleaned(String raw) {
        CleanText clean = CLEANER.clean(raw);
        int before = 0;
        for (int i = 0; i < clean.text().length(); i++) {
            Span span = clean.toRaw(new Span(i, i + 1));
            if (span.start() < before || span.end() > raw.length() || clean.rawOffset(i) != span.start()) {
                throw new AssertionError("raw span of " + i + " is " + span + " after " + before);
            }
            before = span.start();
        }
        assertThat(clean.rawOffset(clean.text().length())).isEqualTo(raw.length());
        clean.warnings().forEach(warning -> requireInside(warning.start(), warning.end(), 0, raw.length()));
        assertThat(CLEANER.clean(clean.text()).text()).as("cleaned again").isEqualTo(clean.text());
        String lines = lines(raw);
        assertThat(CLEANER.clean(lines.replace("\n", "\r\n")).text())
                .as("CRLF")
                .isEqualTo(CLEANER.clean(lines).text());
    }

    /** The analysis is sound, survives JSON, and is the same again and for other line ends. */
    static void requireAnalysed(String raw) {
        Outcome<Analysis> outcome = ANALYZER.analyze(raw);
        if (outcome instanceof Outcome.Rejected<Analysis> rejected) {
            requireNoText(raw, rejected.rejection());
            return;
        }
        Analysis analysis = ((Outcome.Accepted<Analysis>) outcome).value();
        requireSound(raw, analysis);
        requireTiled(raw, analysis);
        assertThat(ANALYZER.analyze(raw)).as("analysed again").isEqualTo(outcome);
        assertThat(fromJson(Json.bytes(analysis))).as("read back from JSON").isEqualTo(analysis);
        String lines = lines(raw);
        String crlf = lines.replace("\n", "\r\n");
        assertThat(withLineFeeds(crlf, ANALYZER.analyze(crlf)))
                .as("CRLF")
                .isEqualTo(withLineFeeds(lines, ANALYZER.analyze(lines)));
    }

    private static void requireNoText(String raw, Rejection rejection) {
        assertThat(rejection.reason()).as("%s", rejection).isEqualTo(Reason.NO_TEXT);
        assertThat(CLEANER.clean(raw).text()).isBlank();
    }

    private static void requireSound(String raw, Analysis analysis) {
        int end = 0;
        for (Document document : analysis.documents()) {
            requireInside(document.start(), document.end(), end, raw.length());
            end = document.end();
            requireSound(raw, document);
        }
        end = 0;
        for (Boilerplate each : analysis.boilerplate()) {
            requireInside(each.start(), each.end(), end, raw.length());
            end = each.end();
        }
        for (Warning warning : analysis.warnings()) {
            requireInside(warning.start(), warning.end(), 0, raw.length());
            assertThat(warning.code()).isNotEqualTo(Warning.Code.DOCUMENT_NOT_ANALYSED);
        }
    }

    private static void requireSound(String raw, Document document) {
        int end = document.start();
        for (Section section : document.sections()) {
            requireInside(section.start(), section.end(), end, document.end());
            assertThat(section.confidence()).isBetween(0.0, 1.0);
            end = section.end();
        }
        int start = document.start();
        for (Metric metric : document.metrics()) {
            requireInside(metric.start(), metric.end(), start, document.end());
            start = metric.start();
            assertThat(metric.surface()).isNotEmpty().isEqualTo(raw.substring(metric.start(), metric.end()));
            Section section = document.sections().get(metric.section());
            requireInside(metric.start(), metric.end(), section.start(), section.end());
            assertThat(metric.confidence()).isBetween(0.0, 1.0);
        }
    }

    private static void requireInside(int start, int end, int from, int to) {
        if (start < from || end < start || end > to) {
            throw new AssertionError("[" + start + ", " + end + ") is not inside [" + from + ", " + to + ")");
        }
    }

    /** Every letter and digit of the clean text stands in exactly one section or in boilerplate. */
    private static void requireTiled(String raw, Analysis analysis) {
        BitSet covered = new BitSet(raw.length());
        for (Document document : analysis.documents()) {
            document.sections().forEach(section -> covered.set(section.start(), section.end()));
        }
        analysis.boilerplate().forEach(each -> covered.set(each.start(), each.end()));
        CleanText clean = CLEANER.clean(raw);
        List<Integer> leftOut = new ArrayList<>();
        for (int i = 0; i < clean.text().length(); i++) {
            if (Character.isLetterOrDigit(clean.text().charAt(i)) && !covered.get(clean.rawOffset(i))) {
                leftOut.add(clean.rawOffset(i));
            }
        }
        assertThat(leftOut).as("in no section and no boilerplate").isEmpty();
    }

    private static String lines(String raw) {
        return raw.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The analysis in JSON, its offsets counted as if every CRLF in {@code raw} were one character. */
    private static JsonNode withLineFeeds(String raw, Outcome<Analysis> outcome) {
        int[] offset = new int[raw.length() + 1];
        for (int i = 0; i < raw.length(); i++) {
            offset[i + 1] = offset[i] + (raw.charAt(i) == '\r' ? 0 : 1);
        }
        JsonNode tree = Json.MAPPER.valueToTree(outcome);
        recount(tree, offset);
        return tree;
    }

    private static void recount(JsonNode node, int[] offset) {
        if (node instanceof ArrayNode) {
            node.forEach(each -> recount(each, offset));
        } else if (node instanceof ObjectNode object) {
            for (String name : List.of("start", "end")) {
                if (object.has(name)) {
                    object.put(name, offset[object.get(name).intValue()]);
                }
            }
            if (object.has("surface")) {
                object.put("surface", object.get("surface").textValue().replace("\r", ""));
            }
            object.forEach(each -> recount(each, offset));
        }
    }

    private static Analysis fromJson(byte[] json) {
        try {
            return Objects.requireNonNull(Json.MAPPER.readValue(json, Analysis.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
