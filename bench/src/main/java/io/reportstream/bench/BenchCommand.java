package io.reportstream.bench;

import io.reportstream.bench.faults.FaultsCommand;
import io.reportstream.bench.faults.FloodCommand;
import picocli.CommandLine.Command;

/** {@code bench}: one subcommand for each thing that is measured. */
@Command(
        name = "bench",
        description = "Measures what the parts cost; prints a table and JSON.",
        mixinStandardHelpOptions = true,
        subcommands = {AnalysisBenchCommand.class, FaultsCommand.class, FloodCommand.class})
public final class BenchCommand {}
