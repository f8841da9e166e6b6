package io.reportstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class MainTest {
    @TestFactory
    Stream<DynamicTest> everyCommandHasHelpWithADescription() {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        assertThat(commands).isNotEmpty();
        return commands.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    CommandLine line = Main.commandLine();
                    StringWriter out = new StringWriter();
                    line.setOut(new PrintWriter(out));
                    assertThat(line.execute(name, "--help")).isZero();
                    assertThat(out.toString()).startsWith("Usage: reportstream " + name);
                    assertThat(line.getSubcommands()
                                    .get(name)
                                    .getCommandSpec()
                                    .usageMessage()
                                    .description())
                            .isNotEmpty();
                }));
    }

    @Test
    void aFailureIsOneLineAndExitCodeOne() {
        CommandLine line = Main.commandLine();
        line.addSubcommand("broken", new Broken());
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));
        assertThat(line.execute("broken")).isEqualTo(1);
        assertThat(err).hasToString("reportstream broken: the disk is full" + System.lineSeparator());
    }

    @Test
    void debugShowsWhereAFailureCameFrom() {
        CommandLine line = Main.commandLine();
        line.addSubcommand("broken", new Broken());
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));
        assertThat(line.execute("--debug", "broken")).isEqualTo(1);
        assertThat(err.toString()).contains("at " + Broken.class.getName());
    }

    @Test
    void badUsageIsExitCodeTwo() {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute("no-such-command")).isEqualTo(2);
    }

    @CommandLine.Command(name = "broken")
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("the disk is full\nand more");
        }
    }
}
