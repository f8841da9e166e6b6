package io.reportstream.processor;

import io.reportstream.processor.analyze.AnalyzeCommand;
import io.reportstream.processor.evaluate.EvaluateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the commands of this module from its test classes, without the launcher. */
@Command(subcommands = {AnalyzeCommand.class, EvaluateCommand.class})
final class ReaderCommands {
    private ReaderCommands() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new ReaderCommands()).execute(args));
    }
}
