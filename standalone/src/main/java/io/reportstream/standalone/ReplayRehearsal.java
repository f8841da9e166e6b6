package io.reportstream.standalone;

import io.reportstream.contract.Analysis;
import io.reportstream.contract.Outcome;
import io.reportstream.contract.Outcome.Accepted;
import io.reportstream.contract.Outcome.Rejected;
import io.reportstream.contract.Rejection;
import io.reportstream.processor.analyze.Analyzer;
import io.reportstream.processor.decode.RawReportDecoder;
import io.reportstream.sink.rejected.Rehearsal;

/** Reads a raw report as the processor would now. */
final class ReplayRehearsal implements Rehearsal {
    @Override
    public String of(byte[] payload) {
        Outcome<Analysis> outcome =
                new RawReportDecoder().decode(payload).report().then(report -> new Analyzer().analyze(report.text()));
        if (outcome instanceof Accepted<Analysis> accepted) {
            Analysis found = accepted.value();
            int sections = found.documents().stream()
                    .mapToInt(document -> document.sections().size())
                    .sum();
            int metrics = found.documents().stream()
                    .mapToInt(document -> document.metrics().size())
                    .sum();
            return "it would be processed: " + found.documents().size() + " documents, " + sections + " sections, "
                    + metrics + " metrics";
        }
        Rejection rejection = ((Rejected<Analysis>) outcome).rejection();
        return "it would be rejected again: " + rejection.reason() + " " + rejection.detail();
    }
}
