package io.reportstream.bench;

import picocli.CommandLine.Command;

/** {@code bench}: one subcommand for each thing that is measured. */
@Command(
        name = "bench",
        description = "Measures what the parts cost; prints a table and JSON.",
        mixinStandardHelpOptions = true,
        subcommands = {AnalysisBenchCommand.class})
public final class BenchCommand {}
