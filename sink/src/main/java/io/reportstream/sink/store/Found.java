package io.reportstream.sink.store;

import io.reportstream.contract.Document;
import io.reportstream.contract.ProcessedReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A document, section or metric with its place.
 *
 * @param document index of the document in the report
 * @param index index among its like in the document; that of the document itself for a document
 */
record Found<T>(ProcessedReport report, int document, int index, T what) {
    static List<Found<Document>> documents(Collection<ProcessedReport> reports) {
        List<Found<Document>> found = new ArrayList<>();
        for (ProcessedReport report : reports) {
            List<Document> documents = report.analysis().documents();
            for (int i = 0; i < documents.size(); i++) {
                found.add(new Found<>(report, i, i, documents.get(i)));
            }
        }
        return found;
    }

    static <T> List<Found<T>> in(List<Found<Document>> documents, Function<Document, List<T>> parts) {
        List<Found<T>> found = new ArrayList<>();
        for (Found<Document> document : documents) {
            List<T> all = parts.apply(document.what());
            for (int i = 0; i < all.size(); i++) {
                found.add(new Found<>(document.report(), document.document(), i, all.get(i)));
            }
        }
        return found;
    }

    Document documentOf() {
        return report.analysis().documents().get(document);
    }
}
