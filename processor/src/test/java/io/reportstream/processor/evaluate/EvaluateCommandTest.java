package io.reportstream.processor.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EvaluateCommandTest {
    /** Floors a little under what is reached, so that a change that costs quality is seen at once. */
    @Test
    void sectionsKeepTheirQuality() {
        for (String set : new String[] {"dev", "more"}) {
            StringWriter out = new StringWriter();
            int exit = new CommandLine(new EvaluateCommand())
                    .setOut(new PrintWriter(out))
                    .execute(
                            "--set", set,
                            "--fail-under", "sections.macro-f1=0.95",
                            "--fail-under", "sections.accuracy=0.97");
            assertThat(exit).as(out.toString()).isZero();
        }
    }

    @Test
    void failsUnderAFloorAndOnAnUnknownMeasure() {
        assertThat(run("--fail-under", "sections.accuracy=1.01")).isEqualTo(1);
        assertThat(run("--fail-under", "sections.beauty=0.5")).isEqualTo(2);
        assertThat(run("--gold", "somewhere")).isEqualTo(2);
    }

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new CommandLine(new EvaluateCommand())
                .setOut(nowhere)
                .setErr(nowhere)
                .execute(arguments);
    }
}
