package io.reportstream.sink.consume;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.reportstream.contract.Json;
import io.reportstream.contract.RejectedReport;
import io.reportstream.sink.store.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger needs of a raw report and skips the rest, above all the text. */
final class SubmissionReader {
    private static final int MAX_DIGITS = 6;

    private @Nullable String id;
    private @Nullable Long revision;
    private @Nullable String source;
    private @Nullable Instant receivedAt;

    private SubmissionReader() {}

    static Submission read(ConsumerRecord<String, byte[]> record) {
        SubmissionReader fields = new SubmissionReader();
        if (record.value() == null || !fields.read(record.value())) {
            // Half of a report may be somebody else's: nothing of it counts.
            fields = new SubmissionReader();
        }
        String key = record.key() == null ? "" : record.key();
        return new Submission(
                record.partition(),
                record.offset(),
                fields.id == null ? key : fields.id,
                fields.id == null ? null : fields.revision,
                fields.source,
                fields.receivedAt == null ? Instant.ofEpochMilli(record.timestamp()) : fields.receivedAt,
                record.value() == null ? 0 : record.value().length,
                replays(record));
    }

    private boolean read(byte[] value) {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "id" -> id = text(parser, token);
                    case "source" -> source = text(parser, token);
                    case "receivedAt" -> receivedAt = Instant.parse(String.valueOf(text(parser, token)));
                    case "revision" -> revision = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : null;
                    default -> parser.skipChildren();
                }
            }
            return parser.nextToken() == null;
        } catch (IOException | DateTimeException e) {
            return false;
        }
    }

    private static @Nullable String text(JsonParser parser, JsonToken token) throws IOException {
        parser.skipChildren();
        return token == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    private static int replays(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(RejectedReport.REPLAYS_HEADER);
        if (header == null || header.value() == null || header.value().length > MAX_DIGITS) {
            return 0;
        }
        String digits = new String(header.value(), StandardCharsets.US_ASCII);
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
