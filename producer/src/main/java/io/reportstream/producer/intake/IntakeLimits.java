package io.reportstream.producer.intake;

/**
 * What one request may hold.
 *
 * @param reportBytes of one report's body, or of one line of a batch
 * @param batchBytes of a whole batch
 * @param batchLines of a whole batch
 */
public record IntakeLimits(int reportBytes, long batchBytes, int batchLines) {}
