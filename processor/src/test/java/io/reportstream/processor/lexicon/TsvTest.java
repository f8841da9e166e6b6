package io.reportstream.processor.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TsvTest {
    enum Colour {
        RED
    }

    @Test
    void readsCellsByColumnAndLeavesOutCommentsAndBlankLines() {
        Tsv tsv = Tsv.parse("t.tsv", "# about\nsurface\tfactor\tcolour\tnote\n\n亿元\t1e8\tRED\n# more\n元\t1\tRED\tx\n");
        assertThat(tsv.rows()).hasSize(2);
        Tsv.Row row = tsv.rows().get(0);
        assertThat(row.text("surface")).isEqualTo("亿元");
        assertThat(row.decimal("factor")).isEqualByComparingTo(new BigDecimal(100_000_000));
        assertThat(row.constant("colour", Colour.class)).isEqualTo(Colour.RED);
        assertThat(row.cell("note")).isEmpty();
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() {
        Tsv tsv = Tsv.parse("t.tsv", "surface\tfactor\n#\n亿元\tmany\n元\n");
        Tsv.Row first = tsv.rows().get(0);
        Tsv.Row second = tsv.rows().get(1);
        assertThatThrownBy(() -> first.decimal("factor")).hasMessage("t.tsv:3: not a number in factor");
        assertThatThrownBy(() -> first.constant("factor", Colour.class)).hasMessage("t.tsv:3: no Colour in factor");
        assertThatThrownBy(() -> second.text("factor")).hasMessage("t.tsv:4: empty factor");
        assertThatThrownBy(() -> second.cell("nothing")).hasMessage("t.tsv:4: no column nothing");
        assertThat(second.error("second row")).hasMessage("t.tsv:4: second row");
    }

    @Test
    void refusesMalformedTables() {
        assertThatThrownBy(() -> Tsv.parse("t.tsv", "a\tb\n1\t2\t3\n")).hasMessage("t.tsv:2: 3 cells under 2 columns");
        assertThatThrownBy(() -> Tsv.parse("t.tsv", "a\n 1\n")).hasMessageContaining("t.tsv:2: white space");
        assertThatThrownBy(() -> Tsv.parse("t.tsv", "a\ta\n")).hasMessageContaining("t.tsv:1:");
        assertThatThrownBy(() -> Tsv.parse("t.tsv", "# only\n")).hasMessage("t.tsv: no header row");
        assertThatThrownBy(() -> Tsv.load("lexicon/none.tsv")).hasMessage("lexicon/none.tsv: not on the class path");
    }
}
