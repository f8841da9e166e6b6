package io.reportstream.processor.evaluate;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Boilerplate;
import io.reportstream.contract.Document;
import io.reportstream.contract.Label;
import io.reportstream.contract.Section;
import io.reportstream.contract.Span;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts how well sections and boilerplate agree with the labels of the units. */
final class SectionScore {
    private record Cell(Label wanted, Label found) {}

    private final Map<Cell, Integer> confusion = new HashMap<>();
    private final Reliability reliability = new Reliability();
    private final List<String> errors;
    private int boilerplate;
    private int boilerplateFound;
    private int content;
    private int contentDropped;

    SectionScore(List<String> errors) {
        this.errors = errors;
    }

    void add(Gold gold, Analysis analysis) {
        List<Section> sections = analysis.documents().stream()
                .map(Document::sections)
                .flatMap(List::stream)
                .toList();
        gold.labels().forEach((unit, accepted) -> {
            Span span = gold.units().get(unit);
            boolean dropped = 2 * dropped(analysis.boilerplate(), span) >= span.length();
            if (accepted.equals(Set.of(Gold.BOILERPLATE))) {
                boilerplate++;
                boilerplateFound += dropped ? 1 : 0;
                return;
            }
            if (!accepted.contains(Gold.BOILERPLATE)) {
                content++;
                contentDropped += dropped ? 1 : 0;
                if (dropped) {
                    errors.add("%s unit %d: dropped: %s".formatted(gold.source(), unit, shown(gold, span)));
                }
            }
            judge(gold, unit, accepted, span, sections);
        });
    }

    private void judge(Gold gold, int unit, Set<String> accepted, Span span, List<Section> sections) {
        Map<Label, Integer> covered = new EnumMap<>(Label.class);
        Label found = Label.OTHER;
        double confidence = 0;
        int most = 0;
        for (Section section : sections) {
            int shared = Math.min(span.end(), section.end()) - Math.max(span.start(), section.start());
            if (shared > 0 && covered.merge(section.label(), shared, Integer::sum) > most) {
                most = covered.getOrDefault(section.label(), 0);
                found = section.label();
                confidence = section.confidence();
            }
        }
        String first = accepted.iterator().next();
        Label wanted = accepted.contains(found.name())
                ? found
                : first.equals(Gold.BOILERPLATE) ? Label.OTHER : Label.valueOf(first);
        confusion.merge(new Cell(wanted, found), 1, Integer::sum);
        if (most > 0) {
            reliability.add(confidence, wanted == found);
        }
        if (wanted != found) {
            errors.add("%s unit %d: %s got %s: %s"
                    .formatted(gold.source(), unit, String.join("|", accepted), found, shown(gold, span)));
        }
    }

    private static int dropped(List<Boilerplate> boilerplate, Span unit) {
        int sum = 0;
        for (Boilerplate each : boilerplate) {
            sum += Math.max(0, Math.min(unit.end(), each.end()) - Math.max(unit.start(), each.start()));
        }
        return sum;
    }

    private static String shown(Gold gold, Span span) {
        return gold.text().substring(span.start(), Math.min(span.end(), span.start() + 70));
    }

    void into(Measures measures) {
        double sum = 0;
        int classes = 0;
        int right = 0;
        int all = 0;
        for (Label label : Label.values()) {
            int hits = count(label, label);
            int wrong = -hits;
            int missed = -hits;
            for (Label other : Label.values()) {
                wrong += count(other, label);
                missed += count(label, other);
            }
            Rate rate = Rate.of(hits, wrong, missed);
            measures.rate("sections." + label.name().toLowerCase(Locale.ROOT), rate, hits + missed);
            right += hits;
            all += hits + missed;
            if (hits + missed > 0) {
                sum += rate.f1();
                classes++;
            }
        }
        measures.share("sections.accuracy", right, all);
        measures.value("sections.macro-f1", classes == 0 ? 0 : sum / classes, all);
        measures.share("boilerplate.recall", boilerplateFound, boilerplate);
        measures.share("content.kept", content - contentDropped, content);
        measures.value("content.dropped", contentDropped, content);
    }

    private int count(Label wanted, Label found) {
        return confusion.getOrDefault(new Cell(wanted, found), 0);
    }

    Reliability reliability() {
        return reliability;
    }
}
