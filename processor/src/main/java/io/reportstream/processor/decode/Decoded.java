package io.reportstream.processor.decode;

import io.reportstream.contract.Outcome;
import io.reportstream.contract.RawReport;

/** A raw record's value, or why it could not be read, with the names that could be. */
public record Decoded(Identity identity, Outcome<RawReport> report) {}
