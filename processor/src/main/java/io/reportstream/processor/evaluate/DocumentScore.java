package io.reportstream.processor.evaluate;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Document;
import java.util.List;
import java.util.Optional;

/** Counts how well document starts and what is said of each document agree with gold. */
final class DocumentScore {
    /** Starts this many characters apart are the same start. */
    private static final int TOLERANCE = 40;

    private final List<String> errors;
    private int hits;
    private int missed;
    private int wrong;
    private int regions;
    private int regionsRight;
    private int years;
    private int yearsRight;
    private int genres;
    private int genresRight;

    DocumentScore(List<String> errors) {
        this.errors = errors;
    }

    void add(Gold gold, Analysis analysis) {
        int found = 0;
        for (Gold.Doc each : gold.documents()) {
            int start = gold.units().get(each.first()).start();
            Optional<Document> near = analysis.documents().stream()
                    .filter(document -> Math.abs(document.start() - start) <= TOLERANCE)
                    .findFirst();
            found += near.isPresent() ? 1 : 0;
            String at = gold.source() + " document at unit " + each.first();
            if (near.isEmpty()) {
                errors.add(at + ": not found");
            }
            String region = each.region();
            if (region != null) {
                regions++;
                regionsRight += right(
                        at + " region",
                        region,
                        near.map(Document::region),
                        near.map(Document::region).filter(region::equals).isPresent());
            }
            if (!each.years().isEmpty()) {
                years++;
                yearsRight += right(
                        at + " year",
                        each.years(),
                        near.map(Document::year),
                        near.map(Document::year).filter(each.years()::contains).isPresent());
            }
            if (!each.genres().isEmpty()) {
                genres++;
                genresRight += right(
                        at + " genre",
                        each.genres(),
                        near.map(Document::genre),
                        near.map(Document::genre)
                                .filter(each.genres()::contains)
                                .isPresent());
            }
        }
        hits += found;
        missed += gold.documents().size() - found;
        wrong += Math.max(0, analysis.documents().size() - found);
    }

    private int right(String what, Object wanted, Optional<?> got, boolean correct) {
        if (!correct) {
            errors.add(
                    what + ": " + wanted + " got " + got.map(Object::toString).orElse("none"));
        }
        return correct ? 1 : 0;
    }

    void into(Measures measures) {
        measures.value("documents.starts-f1", Rate.of(hits, wrong, missed).f1(), hits + missed);
        measures.share("documents.region", regionsRight, regions);
        measures.share("documents.year", yearsRight, years);
        measures.share("documents.genre", genresRight, genres);
    }
}
