package io.reportstream.producer.gateway;

import io.reportstream.service.Health;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The producers behind the gateway, each asked every second whether it is ready. */
final class Upstreams implements AutoCloseable {
    private final List<Upstream> all;
    private final AtomicInteger turn = new AtomicInteger();
    /** One thread for each: looking up the name of a stopped container can take long. */
    private final ScheduledExecutorService clock;

    private final List<Future<?>> asking = new ArrayList<>();

    Upstreams(List<Upstream> all) {
        this.all = List.copyOf(all);
        this.clock = Executors.newScheduledThreadPool(all.size(), work -> new Thread(work, "gateway-upstreams"));
    }

    void start() {
        for (Upstream upstream : all) {
            asking.add(clock.scheduleWithFixedDelay(upstream::ask, 0, 1, TimeUnit.SECONDS));
        }
    }

    /**
     * Where to connect, best first: those that are ready take turns at the head. The others follow, since the last answer
     * may be a second old.
     */
    List<InetSocketAddress> inTurn() {
        List<Upstream> order = new ArrayList<>(all);
        Collections.rotate(order, turn.getAndIncrement());
        order.sort((one, other) -> Boolean.compare(other.ready(), one.ready()));
        return order.stream().map(Upstream::address).flatMap(Optional::stream).toList();
    }

    Health check() {
        return all.stream().anyMatch(Upstream::ready) ? Health.ok() : Health.down("none of " + all + " is ready");
    }

    /** Why no producer is asked any more, if so. */
    Optional<String> failure() {
        return asking.stream().anyMatch(Future::isDone)
                ? Optional.of("it no longer asks its producers whether they are ready")
                : Optional.empty();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
