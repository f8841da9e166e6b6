package io.reportstream.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a record tells about itself in its headers, so that it can be routed and told from a duplicate without reading its
 * value: CloudEvents 1.0 in the binary content mode of their Kafka binding.
 *
 * @param id the same whenever the same content of the same revision is published again, however often
 * @param source the part of the stream that published it
 * @param subject report id; of {@link Topic#STATS} the key
 */
public record CloudEvent(Topic topic, String id, String source, String subject, Instant time) {
    public static final String SPEC_VERSION = "1.0";
    public static final String CONTENT_TYPE = "application/json";

    private static final String PRODUCER = "/reportstream/producer";
    private static final String PROCESSOR = "/reportstream/processor";
    private static final String SINK = "/reportstream/sink";
    private static final int ID_BYTES = 20;

    /** The time of acceptance is no content: a report submitted again under one revision is the same event. */
    public static CloudEvent of(RawReport report) {
        String attributes = new TreeMap<>(report.attributes()).toString();
        String id = id(
                Topic.RAW,
                report.id(),
                Long.toString(report.revision()),
                report.source(),
                String.valueOf(report.title()),
                report.text(),
                String.valueOf(report.url()),
                String.valueOf(report.publishedAt()),
                attributes);
        return new CloudEvent(Topic.RAW, id, PRODUCER, report.id(), report.receivedAt());
    }

    /** A record is rejected once for one cause. */
    public static CloudEvent of(RejectedReport report) {
        String id = id(
                Topic.REJECTED,
                report.id(),
                String.valueOf(report.revision()),
                report.origin().toString(),
                report.fingerprint());
        String source = report.stage() == Stage.STORE ? SINK : PROCESSOR;
        return new CloudEvent(Topic.REJECTED, id, source, report.id(), report.rejectedAt());
    }

    /**
     * What the processor says of a report.
     *
     * @param contentHash of all that was submitted and of the analyser's version
     */
    public static CloudEvent processed(String reportId, long revision, String contentHash, Instant time) {
        String id = id(Topic.PROCESSED, reportId, Long.toString(revision), contentHash);
        return new CloudEvent(Topic.PROCESSED, id, PROCESSOR, reportId, time);
    }

    /**
     * One row of the processor.
     *
     * @param value holds no time of processing, so that it is the same when it is made again
     */
    public static CloudEvent row(Topic topic, String subject, byte[] value, Instant time) {
        return new CloudEvent(topic, id(topic, value), PROCESSOR, subject, time);
    }

    public String type() {
        return "io.reportstream."
                + switch (topic) {
                    case RAW -> "report.accepted";
                    case PROCESSED -> "report.processed";
                    case SECTIONS -> "section.found";
                    case METRICS -> "metric.found";
                    case REJECTED -> "report.rejected";
                    case STATS -> "minute.counted";
                };
    }

    public Headers headers() {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", SPEC_VERSION);
        add(headers, "ce_id", id);
        add(headers, "ce_source", source);
        add(headers, "ce_type", type());
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", time.toString());
        add(headers, "ce_dataschema", "urn:reportstream:schema:" + topic.topicName() + ":1");
        add(headers, "content-type", CONTENT_TYPE);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(Topic topic, String... content) {
        byte[][] parts = new byte[content.length][];
        for (int i = 0; i < content.length; i++) {
            parts[i] = content[i].getBytes(StandardCharsets.UTF_8);
        }
        return id(topic, parts);
    }

    private static String id(Topic topic, byte[]... content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(topic.topicName().getBytes(StandardCharsets.UTF_8));
            for (byte[] part : content) {
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                sha256.update(part);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
