package io.reportstream.producer.publish;

import io.reportstream.contract.RawReport;
import java.util.concurrent.CompletableFuture;

/** Where accepted reports go. */
public interface Publisher {
    /**
     * Completes once the report is safe: acknowledged by every in-sync replica. Until then nothing is promised.
     *
     * @return fails with a {@link io.reportstream.service.ProblemException} if the report could not be kept safe in time
     * @throws io.reportstream.service.ProblemException if the report is larger than a record may be
     */
    CompletableFuture<Void> publish(RawReport report);
}
