package io.reportstream.producer.replay;

import java.time.Duration;

/**
 * How to replay.
 *
 * @param source of texts, and of JSON that names none
 * @param perSecond most reports per second; 0 for as many as possible
 * @param rounds how often everything is published
 * @param freshIds each round under ids of its own, for load; else under the reports' own
 * @param patience how long to wait while nothing more is stored or rejected
 */
public record ReplayPlan(String source, double perSecond, int rounds, boolean freshIds, Duration patience) {}
