package io.reportstream.producer.status;

import io.reportstream.producer.status.ReportStatus.Asked;
import io.reportstream.producer.status.ReportStatus.Submitted;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Asks the store what became of submissions. Each throws {@link StoreUnavailableException} if it cannot be asked. */
public interface ReportStatuses {
    /** Every one of {@code submitted} that is stored or rejected; the others are pending. */
    Map<Submitted, ReportStatus> settled(Collection<Submitted> submitted);

    /** A status with its journey; empty if the latest is asked for and nothing of the report is stored or rejected. */
    Optional<ReportStatus> journey(Asked asked);
}
