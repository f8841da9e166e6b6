package io.reportstream.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void aChineseCharacterTakesTwoColumns() {
        TextTable table =
                new TextTable(List.of("region", "year"), 20, 4).add("临沂市", 2023).add("Linyi", 2024);
        assertThat(table).hasToString("region  year\n临沂市  2023\nLinyi   2024\n");
    }

    @Test
    void longCellsAreCutAtTheirColumnAndNeverInsideACharacter() {
        TextTable table =
                new TextTable(List.of("title", "n"), 6, 1).add("工作报告", 1).add("𠮷𠮷𠮷𠮷", 2);
        assertThat(table).hasToString("title   n\n工作…   1\n𠮷𠮷…   2\n");
    }

    @Test
    void absentValuesAndLineBreaksKeepTheRowsWhole() {
        TextTable table = new TextTable(List.of("a", "b"), 9, 9).add(null, "x\ny");
        assertThat(table).hasToString("a  b\n   x y\n");
    }
}
