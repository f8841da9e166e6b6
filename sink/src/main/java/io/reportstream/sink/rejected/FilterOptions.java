package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that narrow which rejections a command is about; a picocli mixin. */
final class FilterOptions {
    @Option(names = "--state", description = "OPEN, REPLAYED, REJECTED_AGAIN or RESOLVED.")
    private @Nullable RejectionState state;

    @Option(names = "--reason", description = "Reason code, such as NO_TEXT.")
    private @Nullable Reason reason;

    @Option(names = "--stage", description = "Stage of the stream, such as DECODE.")
    private @Nullable Stage stage;

    @Option(names = "--source", description = "Upstream system.")
    private @Nullable String source;

    @Option(names = "--report", paramLabel = "ID", description = "Report id.")
    private @Nullable String reportId;

    @Option(names = "--fingerprint", description = "Cause, as list shows it.")
    private @Nullable String fingerprint;

    @Option(names = "--since", paramLabel = "TIME", description = "Rejected then or later, as 2024-01-31T08:00:00Z.")
    private @Nullable Instant since;

    RejectionFilter filter() {
        return new RejectionFilter(null, state, reason, stage, source, reportId, fingerprint, since);
    }

    boolean narrows() {
        return !filter().equals(RejectionFilter.ALL);
    }
}
