package io.reportstream.producer.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.reportstream.producer.submission.Refusal;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes of bodies that are being read or wait for their acknowledgement: what bounds the memory of the intake. */
final class InFlight {
    private static final int RETRY_AFTER_SECONDS = 2;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    InFlight(long limit, MeterRegistry metrics) {
        this.limit = limit;
        Gauge.builder("intake.inflight", taken, AtomicLong::doubleValue)
                .description("Bodies being read or waiting for their acknowledgement")
                .baseUnit("bytes")
                .register(metrics);
    }

    /** What one request takes. Given back at once when the request ends, however it ends. */
    final class Share implements AutoCloseable {
        private long bytes;

        /**
         * Takes more.
         *
         * @throws io.reportstream.service.ProblemException if there is no room; what was taken stays taken
         */
        void take(long more) {
            if (taken.addAndGet(more) > limit) {
                taken.addAndGet(-more);
                throw Refusal.OVERLOADED
                        .problem("send the same request again later", "请稍后重新发送同一请求")
                        .retryAfter(RETRY_AFTER_SECONDS);
            }
            bytes += more;
        }

        @Override
        public void close() {
            taken.addAndGet(-bytes);
            bytes = 0;
        }
    }

    Share share() {
        return new Share();
    }
}
