package io.reportstream.sink.rejected;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Parent of the commands about rejected reports. */
@Command(
        name = "rejected",
        description = "Lists, shows, replays and exports rejected reports.",
        subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class, ExportCommand.class},
        mixinStandardHelpOptions = true)
public final class RejectedCommand implements Callable<Integer> {
    private final Rehearsal rehearsal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets spec
    public RejectedCommand() {
        this(payload -> "");
    }

    /** @param rehearsal what a dry run of a replay says would come of a payload */
    @SuppressWarnings("NullAway.Init") // picocli sets spec
    public RejectedCommand(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show, replay or export");
    }
}
