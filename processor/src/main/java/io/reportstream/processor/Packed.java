package io.reportstream.processor;

import io.reportstream.contract.Analysis;
import java.util.List;

/**
 * The messages of one processed report, each small enough to be sent.
 *
 * @param sections none for a repeat
 * @param metrics none for a repeat
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
record Packed(Analysis analysis, byte[] processed, List<byte[]> sections, List<byte[]> metrics) {}
