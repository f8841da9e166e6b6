package io.reportstream.processor.evaluate;

import io.reportstream.contract.Genre;
import io.reportstream.contract.MetricStatus;
import io.reportstream.contract.MetricType;
import io.reportstream.contract.Qualifier;
import io.reportstream.contract.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a careful reader found in one source.
 *
 * @param source file name of the source
 * @param units spans in {@code text}, in order
 * @param scope the units that were annotated, as inclusive ranges of unit numbers
 * @param labels the accepted labels of every unit in scope, the preferred one first
 */
public record Gold(
        String source,
        String text,
        List<Span> units,
        List<Range> scope,
        Map<Integer, Set<String>> labels,
        List<Doc> documents,
        List<Fact> metrics) {
    /** The label of a unit that belongs to no document. */
    static final String BOILERPLATE = "BOILERPLATE";

    public record Range(int first, int last) {}

    /**
     * A document.
     *
     * @param years accepted values; empty where the text does not tell
     */
    public record Doc(int first, int last, @Nullable String region, Set<Integer> years, Set<Genre> genres) {}

    /**
     * A metric.
     *
     * @param span in the source text
     */
    public record Fact(
            Span span,
            int unit,
            String quote,
            double value,
            @Nullable Double high,
            String measure,
            String indicator,
            MetricType type,
            MetricStatus status,
            Qualifier qualifier,
            @Nullable String period,
            boolean optional) {}

    /** Whether a place in the text lies in what was annotated. */
    boolean inScope(int offset) {
        for (Range range : scope) {
            if (units.get(range.first()).start() <= offset
                    && offset < units.get(range.last()).end()) {
                return true;
            }
        }
        return false;
    }
}
