package io.reportstream.processor;

import io.reportstream.contract.Analysis;
import java.time.Instant;
import java.util.List;

/**
 * The messages of one processed report, each small enough to be sent.
 *
 * @param at when it was processed
 * @param sections none for a repeat
 * @param metrics none for a repeat
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
record Packed(Analysis analysis, Instant at, byte[] processed, List<byte[]> sections, List<byte[]> metrics) {}
