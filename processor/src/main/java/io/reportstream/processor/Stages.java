package io.reportstream.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.reportstream.contract.Analysis;
import io.reportstream.contract.CloudEvent;
import io.reportstream.contract.Json;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Outcome.Accepted;
import io.reportstream.contract.Outcome.Rejected;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.Stage;
import io.reportstream.contract.Topic;
import io.reportstream.processor.Publishing.Message;
import io.reportstream.processor.analyze.Analyzer;
import io.reportstream.processor.analyze.Analyzer.Classified;
import io.reportstream.processor.analyze.Analyzer.Segmented;
import io.reportstream.processor.analyze.Guarded;
import io.reportstream.processor.clean.CleanText;
import io.reportstream.processor.decode.Decoded;
import io.reportstream.processor.decode.Identity;
import io.reportstream.processor.decode.RawReportDecoder;
import io.reportstream.processor.segment.SplitText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The steps of {@link ReportTopology}, each on a report that came so far. Used by several threads. */
public final class Stages {
    private final RawReportDecoder decoder = new RawReportDecoder();
    private final Analyzer analyzer;
    private final int maxReportChars;
    private final Clock clock;
    private final MeterRegistry meters;

    /** @param maxReportChars longest raw text, in UTF-16 code units */
    public Stages(Analyzer analyzer, int maxReportChars, Clock clock, MeterRegistry meters) {
        this.analyzer = analyzer;
        this.maxReportChars = maxReportChars;
        this.clock = clock;
        this.meters = meters;
    }

    Passage<RawReport> decode(Arrival arrival) {
        Outcome<Decoded> outcome = timed(
                Stage.DECODE,
                () -> Guarded.stage(Stage.DECODE, () -> Outcome.accepted(decoder.decode(arrival.value()))));
        if (outcome instanceof Accepted<Decoded> accepted) {
            Decoded decoded = accepted.value();
            return new Passage<>(arrival, decoded.identity(), decoded.report())
                    .then(report -> underItsId(arrival, report));
        }
        Rejection rejection = ((Rejected<Decoded>) outcome).rejection();
        return new Passage<>(arrival, Identity.UNKNOWN, new Rejected<>(rejection));
    }

    /** The key decides the partition, and only within one partition is the order of a report's submissions known. */
    private static Outcome<RawReport> underItsId(Arrival arrival, RawReport report) {
        if (Arrays.equals(arrival.key(), report.id().getBytes(StandardCharsets.UTF_8))) {
            return Outcome.accepted(report);
        }
        return new Rejected<>(new Rejection(
                Reason.WRONG_SHAPE, Stage.DECODE, "key", "the record's key is not the report's id", null));
    }

    Passage<Reading<CleanText>> clean(Passage<Reading<String>> passage) {
        return step(
                Stage.CLEAN,
                passage,
                text -> text.length() > maxReportChars
                        ? Outcome.rejected(
                                Reason.TOO_LONG, text.length() + " characters; the limit is " + maxReportChars)
                        : analyzer.clean(text));
    }

    Passage<Reading<SplitText>> split(Passage<Reading<CleanText>> passage) {
        return step(Stage.SPLIT, passage, analyzer::split);
    }

    Passage<Reading<Segmented>> segment(Passage<Reading<SplitText>> passage) {
        return step(Stage.SEGMENT, passage, analyzer::segment);
    }

    Passage<Reading<Classified>> classify(Passage<Reading<Segmented>> passage) {
        return step(Stage.CLASSIFY, passage, analyzer::classify);
    }

    Passage<Reading<Analysis>> extract(Passage<Reading<Classified>> passage) {
        return step(Stage.EXTRACT, passage, analyzer::extract);
    }

    Passage<Reading<Packed>> pack(Passage<Reading<Analysis>> passage) {
        return passage.then(reading ->
                timed(Stage.PUBLISH, () -> Guarded.stage(Stage.PUBLISH, () -> Packer.pack(reading, clock.instant()))));
    }

    Publishing processed() {
        return new Publishing(passage -> {
            Reading<Packed> reading = passage.accepted();
            Standing standing = reading.standing();
            CloudEvent event = CloudEvent.processed(
                    reading.report().id(),
                    standing.revision(),
                    standing.contentHash(),
                    reading.value().at());
            return List.of(new Message(event, reading.value().processed()));
        });
    }

    Publishing sections() {
        return new Publishing(passage -> rows(Topic.SECTIONS, passage.accepted(), Packed::sections));
    }

    Publishing metrics() {
        return new Publishing(passage -> rows(Topic.METRICS, passage.accepted(), Packed::metrics));
    }

    Publishing rejected() {
        return new Publishing(passage -> {
            RejectedReport report =
                    Rejections.of(passage.arrival(), passage.identity(), passage.rejection(), clock.instant());
            return List.of(new Message(CloudEvent.of(report), Json.bytes(report)));
        });
    }

    StatsCounter counter() {
        return new StatsCounter(new Tally(clock));
    }

    private static List<Message> rows(Topic topic, Reading<Packed> reading, Function<Packed, List<byte[]>> rows) {
        return rows.apply(reading.value()).stream()
                .map(row -> new Message(
                        CloudEvent.row(
                                topic,
                                reading.report().id(),
                                row,
                                reading.value().at()),
                        row))
                .toList();
    }

    private <T, R> Passage<Reading<R>> step(Stage stage, Passage<Reading<T>> passage, Function<T, Outcome<R>> work) {
        return passage.then(reading -> timed(stage, () -> reading.next(work)));
    }

    private <R> R timed(Stage stage, Supplier<R> work) {
        return Timer.builder("reportstream.processor.stage")
                .description("Time that a stage took on a report.")
                .tag("stage", stage.name())
                .register(meters)
                .record(work);
    }
}
