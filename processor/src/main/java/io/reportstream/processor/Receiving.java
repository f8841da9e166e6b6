package io.reportstream.processor;

import io.reportstream.contract.RejectedReport;
import io.reportstream.contract.RejectedReport.Origin;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Notes where a raw record was read. Its headers end here, but for the count of replays: copied to every row they could
 * make a small report's output large.
 */
final class Receiving extends ContextualFixedKeyProcessor<byte[], byte[], Arrival> {
    @Override
    public void process(FixedKeyRecord<byte[], byte[]> record) {
        RecordMetadata from = context().recordMetadata().orElseThrow();
        Origin origin = new Origin(from.topic(), from.partition(), from.offset());
        int replays = replays(record.headers());
        Headers kept = new RecordHeaders();
        if (replays > 0) {
            kept.add(RejectedReport.REPLAYS_HEADER, Integer.toString(replays).getBytes(StandardCharsets.US_ASCII));
        }
        Arrival arrival = new Arrival(record.key(), record.value(), origin, replays);
        context().forward(record.withValue(arrival).withHeaders(kept));
    }

    private static int replays(Headers headers) {
        Header header = headers.lastHeader(RejectedReport.REPLAYS_HEADER);
        if (header == null || header.value() == null || header.value().length > 6) {
            return 0;
        }
        String digits = new String(header.value(), StandardCharsets.US_ASCII);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }
}
