package io.reportstream.processor.evaluate;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import io.reportstream.contract.Metric;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts how well metrics agree with gold. A metric is matched by its place, then judged field by field. */
final class MetricScore {
    private final List<String> errors;
    private final Reliability reliability = new Reliability();
    private int wanted;
    private int extra;
    private int found;
    private int value;
    private int full;
    private int type;
    private int status;
    private int qualifier;
    private int indicator;
    private int period;
    private int periods;

    MetricScore(List<String> errors) {
        this.errors = errors;
    }

    void add(Gold gold, Analysis analysis) {
        List<Metric> metrics = analysis.documents().stream()
                .map(Document::metrics)
                .flatMap(List::stream)
                .filter(metric -> gold.inScope(metric.start()))
                .sorted(Comparator.comparingInt(Metric::start))
                .toList();
        BitSet used = new BitSet();
        for (Gold.Fact fact : gold.metrics()) {
            int match = match(fact, metrics, used);
            if (match >= 0) {
                used.set(match);
            }
            if (fact.optional()) {
                continue;
            }
            wanted++;
            String at = "%s unit %d %s (%s)".formatted(gold.source(), fact.unit(), fact.quote(), fact.indicator());
            if (match < 0) {
                errors.add("missed " + at);
            } else {
                judge(fact, metrics.get(match), at);
            }
        }
        for (int i = used.nextClearBit(0); i < metrics.size(); i = used.nextClearBit(i + 1)) {
            extra++;
            reliability.add(metrics.get(i).confidence(), false);
            errors.add(extra(gold, metrics.get(i)));
        }
    }

    /** The unused metric that shares most with {@code fact} and at least half of the shorter; -1 where none does. */
    private static int match(Gold.Fact fact, List<Metric> metrics, BitSet used) {
        int most = 0;
        int best = -1;
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            int shared = Math.min(fact.span().end(), metric.end())
                    - Math.max(fact.span().start(), metric.start());
            int shorter = Math.min(fact.span().length(), metric.end() - metric.start());
            if (!used.get(i) && shared > most && 2 * shared >= shorter) {
                most = shared;
                best = i;
            }
        }
        return best;
    }

    private void judge(Gold.Fact fact, Metric metric, String at) {
        found++;
        if (!same(fact.value(), metric.value())
                || !same(fact.high(), metric.high())
                || !plain(fact.measure()).equals(plain(metric.measure()))) {
            reliability.add(metric.confidence(), false);
            errors.add("value %s: got %s %s %s".formatted(at, metric.value(), metric.high(), metric.measure()));
            return;
        }
        value++;
        boolean sameType = check("type", at, fact.type(), metric.type(), fact.type() == metric.type());
        boolean sameStatus = check("status", at, fact.status(), metric.status(), fact.status() == metric.status());
        boolean sameQualifier =
                check("qualifier", at, fact.qualifier(), metric.qualifier(), fact.qualifier() == metric.qualifier());
        boolean sameIndicator = check(
                "indicator",
                at,
                fact.indicator(),
                metric.indicator(),
                Similarity.similar(fact.indicator(), metric.indicator()));
        type += sameType ? 1 : 0;
        status += sameStatus ? 1 : 0;
        qualifier += sameQualifier ? 1 : 0;
        indicator += sameIndicator ? 1 : 0;
        boolean row = sameType && sameStatus && sameIndicator;
        full += row ? 1 : 0;
        reliability.add(metric.confidence(), row);
        if (fact.period() != null && !fact.period().isEmpty()) {
            periods++;
            boolean same = Similarity.similar(fact.period(), metric.period());
            period += check("period", at, fact.period(), metric.period(), same) ? 1 : 0;
        }
    }

    private boolean check(String field, String at, Object wanted, @Nullable Object got, boolean same) {
        if (!same) {
            errors.add("%s %s: %s got %s".formatted(field, at, wanted, got));
        }
        return same;
    }

    private static boolean same(@Nullable Double gold, @Nullable BigDecimal got) {
        if (gold == null || got == null) {
            return gold == null && got == null;
        }
        double other = got.doubleValue();
        return Math.abs(gold - other) <= 1e-6 * Math.max(1.0, Math.abs(other));
    }

    private static String plain(String measure) {
        return measure.replace('\uff05', '%');
    }

    private static String extra(Gold gold, Metric metric) {
        String around = gold.text()
                .substring(
                        Math.max(0, metric.start() - 15), Math.min(gold.text().length(), metric.end() + 10));
        return "extra %s %s (%s) in …%s"
                .formatted(gold.source(), metric.surface(), metric.indicator(), around.replace('\n', ' '));
    }

    /** Of the confidence in rows: right are those that count for {@code metrics.full}. */
    Reliability reliability() {
        return reliability;
    }

    void into(Measures measures) {
        for (Level level : List.of(new Level("found", found), new Level("value", value), new Level("full", full))) {
            Rate rate = Rate.of(level.hits(), found - level.hits() + extra, wanted - level.hits());
            measures.rate("metrics." + level.name(), rate, wanted);
        }
        measures.share("metrics.type", type, value);
        measures.share("metrics.status", status, value);
        measures.share("metrics.qualifier", qualifier, value);
        measures.share("metrics.indicator", indicator, value);
        measures.share("metrics.period", period, periods);
    }

    private record Level(String name, int hits) {}
}
