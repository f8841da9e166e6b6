package io.reportstream.processor;

import io.reportstream.contract.CloudEvent;
import io.reportstream.processor.Publishing.Message;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what came of a report into records, each with the headers that say what it is. */
final class Publishing extends ContextualProcessor<byte[], Passage<Reading<Packed>>, String, byte[]> {
    private final Function<Passage<Reading<Packed>>, List<Message>> messages;

    Publishing(Function<Passage<Reading<Packed>>, List<Message>> messages) {
        this.messages = messages;
    }

    @Override
    public void process(Record<byte[], Passage<Reading<Packed>>> record) {
        for (Message message : messages.apply(record.value())) {
            context().forward(message.at(record.timestamp(), record.headers()));
        }
    }

    /** A value and what its headers say; its key is the event's subject. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
    record Message(CloudEvent event, byte[] value) {
        /** @param kept headers that are passed on */
        Record<String, byte[]> at(long timestamp, Iterable<Header> kept) {
            Headers headers = event.headers();
            kept.forEach(headers::add);
            return new Record<>(event.subject(), value, timestamp, headers);
        }
    }
}
