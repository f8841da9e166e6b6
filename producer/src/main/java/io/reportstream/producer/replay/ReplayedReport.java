package io.reportstream.producer.replay;

import io.reportstream.producer.status.ReportStatus;
import io.reportstream.producer.status.ReportStatus.Submitted;
import io.reportstream.service.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one replayed report.
 *
 * @param name its file, and its line in a file of lines
 * @param submitted null if it was never sent
 * @param problem why it was refused or not acknowledged; null if it was accepted
 * @param status null if it was neither stored nor rejected in time
 */
public record ReplayedReport(
        String name,
        @Nullable Submitted submitted,
        @Nullable Problem problem,
        @Nullable ReportStatus status) {
    public enum End {
        STORED,
        REJECTED,
        /** Accepted, but neither stored nor rejected in time. */
        MISSING,
        /** Not accepted: no valid report, or the broker did not acknowledge it. */
        REFUSED
    }

    public End end() {
        if (problem != null) {
            return End.REFUSED;
        }
        if (status == null) {
            return End.MISSING;
        }
        return status.state() == ReportStatus.State.STORED ? End.STORED : End.REJECTED;
    }
}
