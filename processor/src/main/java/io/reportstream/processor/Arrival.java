package io.reportstream.processor;

import io.reportstream.contract.RejectedReport.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A raw record as it was read.
 *
 * @param replays how many times it was replayed from the rejections
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
record Arrival(byte @Nullable [] key, byte @Nullable [] value, Origin origin, int replays) {}
