package io.reportstream.processor;

import io.reportstream.contract.Outcome;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Remembers what was processed, in the same transaction as its output. */
final class RevisionKeeper
        extends ContextualFixedKeyProcessor<byte[], Passage<Reading<Packed>>, Passage<Reading<Packed>>> {
    private @Nullable KeyValueStore<String, Standing> standings;

    @Override
    public void init(FixedKeyProcessorContext<byte[], Passage<Reading<Packed>>> context) {
        super.init(context);
        standings = context.getStateStore(ReportTopology.STANDINGS);
    }

    @Override
    public void process(FixedKeyRecord<byte[], Passage<Reading<Packed>>> record) {
        if (record.value().outcome() instanceof Outcome.Accepted<Reading<Packed>> accepted) {
            standings.put(accepted.value().report().id(), accepted.value().standing());
        }
        context().forward(record);
    }
}
