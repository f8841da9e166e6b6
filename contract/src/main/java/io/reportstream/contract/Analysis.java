package io.reportstream.contract;

import java.util.List;

/**
 * What was found in one report. All offsets are half-open spans in UTF-16 code units into the raw text.
 *
 * @param analyzer version of the analyser
 */
public record Analysis(
        List<Document> documents, List<Boilerplate> boilerplate, List<Warning> warnings, String analyzer) {
    public Analysis {
        documents = List.copyOf(documents);
        boilerplate = List.copyOf(boilerplate);
        warnings = List.copyOf(warnings);
    }
}
