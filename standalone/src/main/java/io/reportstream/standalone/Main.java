package io.reportstream.standalone;

import io.reportstream.bench.BenchCommand;
import io.reportstream.processor.ProcessorCommand;
import io.reportstream.processor.analyze.AnalyzeCommand;
import io.reportstream.processor.evaluate.EvaluateCommand;
import io.reportstream.producer.ProducerCommand;
import io.reportstream.producer.gateway.GatewayCommand;
import io.reportstream.producer.replay.ReplayCommand;
import io.reportstream.service.access.KeyCommand;
import io.reportstream.service.topics.TopicsCommand;
import io.reportstream.sink.SinkCommand;
import io.reportstream.sink.rejected.RejectedCommand;
import io.reportstream.standalone.demo.DemoCommand;
import io.reportstream.standalone.local.BrokerCommand;
import io.reportstream.standalone.local.DatabaseCommand;
import io.reportstream.standalone.local.UpCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: one subcommand for each thing that the project can do. */
@Command(
        name = "reportstream",
        description = "Chinese government work reports in, queryable facts with their evidence out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ReplayCommand.class,
            KeyCommand.class,
            ProducerCommand.class,
            GatewayCommand.class,
            ProcessorCommand.class,
            SinkCommand.class,
            AnalyzeCommand.class,
            EvaluateCommand.class,
            TopicsCommand.class,
            BenchCommand.class,
            BrokerCommand.class,
            DatabaseCommand.class
        })
public final class Main {
    private static final int FAILED = 1;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error came from (stack trace).")
    private boolean debug;

    public static void main(String[] arguments) {
        // Also ends the process when threads of a half-started broker are still alive.
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .addSubcommand(new RejectedCommand(new ReplayRehearsal()))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> main.explain(error, command));
    }

    private int explain(Exception error, CommandLine command) {
        PrintWriter err = command.getErr();
        if (debug) {
            error.printStackTrace(err);
        }
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        err.println("reportstream " + command.getCommandName() + ": "
                + message.lines().findFirst().orElse(""));
        return FAILED;
    }
}
