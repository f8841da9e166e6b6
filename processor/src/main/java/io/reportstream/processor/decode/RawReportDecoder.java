package io.reportstream.processor.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Outcome.Rejected;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import io.reportstream.contract.Rejection;
import io.reportstream.contract.ReportId;
import io.reportstream.contract.Stage;
import io.reportstream.contract.Topic;
import io.reportstream.processor.decode.Fields.WrongField;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the value of a raw record: every field of the right type, none missing, unknown ones ignored. */
public final class RawReportDecoder {
    private static final int MAX_SOURCE = 200;

    public Decoded decode(byte @Nullable [] value) {
        if (value != null && value.length > Topic.MAX_RAW_BYTES) {
            String detail = value.length + " bytes; the limit is " + Topic.MAX_RAW_BYTES;
            return new Decoded(Identity.UNKNOWN, Outcome.rejected(Reason.RAW_TOO_LARGE, detail));
        }
        Outcome<JsonNode> tree = JsonText.parse(value);
        if (tree instanceof Outcome.Accepted<JsonNode> accepted) {
            return decode(accepted.value());
        }
        return new Decoded(Identity.UNKNOWN, new Rejected<>(((Rejected<JsonNode>) tree).rejection()));
    }

    private static Decoded decode(JsonNode tree) {
        try {
            Fields fields = new Fields(tree);
            Identity identity = identity(fields);
            try {
                return new Decoded(identity, report(fields));
            } catch (WrongField e) {
                return new Decoded(identity, wrongShape(e));
            }
        } catch (WrongField e) {
            return new Decoded(Identity.UNKNOWN, wrongShape(e));
        }
    }

    private static Identity identity(Fields fields) {
        return new Identity(
                readable(() -> id(fields)).orElse(null),
                readable(() -> fields.integer("revision")).orElse(null),
                readable(() -> source(fields)).orElse(null));
    }

    private static Outcome<RawReport> report(Fields fields) {
        long version = fields.integer("schemaVersion");
        if (version != RawReport.SCHEMA_VERSION) {
            return Outcome.rejected(
                    Reason.UNKNOWN_SCHEMA_VERSION,
                    "schemaVersion is " + version + "; known here is " + RawReport.SCHEMA_VERSION);
        }
        return Outcome.accepted(new RawReport(
                RawReport.SCHEMA_VERSION,
                id(fields),
                fields.integer("revision"),
                source(fields),
                fields.optionalText("title"),
                fields.text("text"),
                fields.optionalText("url"),
                fields.optionalInstant("publishedAt"),
                fields.optionalTexts("attributes"),
                fields.instant("receivedAt")));
    }

    private static String id(Fields fields) {
        return fields.text("id", ReportId::isValid, "a report id: 1 to 200 characters, no control characters");
    }

    private static String source(Fields fields) {
        return fields.text(
                "source",
                source -> !source.isBlank() && source.length() <= MAX_SOURCE,
                "a source: 1 to 200 characters, not blank");
    }

    private static <T> Optional<T> readable(Supplier<T> field) {
        try {
            return Optional.of(field.get());
        } catch (WrongField e) {
            return Optional.empty();
        }
    }

    private static Outcome<RawReport> wrongShape(WrongField e) {
        String detail = String.valueOf(e.getMessage());
        return new Rejected<>(new Rejection(Reason.WRONG_SHAPE, Stage.DECODE, detail, detail, null));
    }
}
