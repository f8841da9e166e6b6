package io.reportstream.processor;

import io.reportstream.contract.Outcome;
import io.reportstream.contract.RawReport;
import io.reportstream.contract.Reason;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stops a submission that a later one has overtaken or whose id is another source's, and marks one whose content was
 * processed already. Only reads: what is processed is noted by {@link RevisionKeeper}, so that a rejected submission
 * overtakes nothing and takes no id.
 */
final class RevisionGuard extends ContextualFixedKeyProcessor<byte[], Passage<RawReport>, Passage<Reading<String>>> {
    private @Nullable KeyValueStore<String, Standing> standings;

    @Override
    public void init(FixedKeyProcessorContext<byte[], Passage<Reading<String>>> context) {
        super.init(context);
        standings = context.getStateStore(ReportTopology.STANDINGS);
    }

    @Override
    public void process(FixedKeyRecord<byte[], Passage<RawReport>> record) {
        context().forward(record.withValue(record.value().then(this::admit)));
    }

    private Outcome<Reading<String>> admit(RawReport report) {
        Standing standing = Standing.of(report);
        Standing before = standings.get(report.id());
        if (before == null) {
            return Outcome.accepted(new Reading<>(report, standing, false, report.text()));
        }
        if (!before.source().equals(standing.source())) {
            // Not whose it is: a submitter may ask what became of its report.
            return Outcome.rejected(Reason.ID_TAKEN, "the id belongs to a report of another source");
        }
        if (before.sameContent(standing)) {
            return Outcome.accepted(new Reading<>(report, standing.atLeast(before.revision()), true, report.text()));
        }
        if (report.revision() < before.revision()) {
            return Outcome.rejected(
                    Reason.SUPERSEDED, "revision " + report.revision() + " came after revision " + before.revision());
        }
        return Outcome.accepted(new Reading<>(report, standing, false, report.text()));
    }
}
