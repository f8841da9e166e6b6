package io.reportstream.processor.classify;

import java.util.regex.Pattern;

/** Lines that sign a document: its date, the office that issues it, and who wrote it. */
final class Signatures {
    private static final int LONGEST = 40;
    private static final Pattern OFFICE = Pattern.compile("[\\u4e00-\\u9fa5()\\u00b7 ]{2,36}"
            + "(?:局|厅|委|委员会|政府|办公室|管委会|指挥部|领导小组|中心|街道办事处|办事处|党委|党组|支队|大队|总队|分局|集团|公司|科|处|站|所|院|馆|会)");
    private static final Pattern AUTHOR = Pattern.compile(
            "附件?[一二三四五六七八九十\\d]{0,2}:.*|[(【\\[]?(?:执笔|撰稿|撰写|供稿|审核|审稿|作者|报送单位|报送人|联系人|编辑|责任编辑|整理|记者)[人者]?[: ].*");

    private Signatures() {}

    /** Whether a line reads so; it counts only at the end of a document. */
    static boolean isSignature(String line) {
        return line.length() <= LONGEST
                && (Years.isDate(line)
                        || OFFICE.matcher(line).matches()
                        || AUTHOR.matcher(line).matches());
    }
}
