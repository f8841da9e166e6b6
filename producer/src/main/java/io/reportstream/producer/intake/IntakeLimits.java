package io.reportstream.producer.intake;

/**
 * What the intake takes on.
 *
 * @param reportBytes of one report's body, or of one line of a batch
 * @param batchBytes of a whole batch, decompressed
 * @param batchLines of a whole batch
 * @param inFlightBytes of all bodies that are being read or wait for their acknowledgement
 */
public record IntakeLimits(int reportBytes, long batchBytes, int batchLines, long inFlightBytes) {}
