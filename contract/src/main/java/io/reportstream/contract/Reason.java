package io.reportstream.contract;

/** Why a report was rejected. The names are stable codes: machines may rely on them, and none is ever reused. */
public enum Reason {
    NOT_JSON(Stage.DECODE, "内容不是有效的 JSON", "the value is not valid JSON"),
    WRONG_SHAPE(Stage.DECODE, "缺少必需字段或字段类型不对", "a required field is missing or has the wrong type"),
    UNKNOWN_SCHEMA_VERSION(Stage.DECODE, "无法识别的 schemaVersion", "the schemaVersion is not known here"),
    RAW_TOO_LARGE(Stage.DECODE, "消息超过大小上限", "the message is larger than a report may be"),
    NO_TEXT(Stage.CLEAN, "清洗之后没有剩下正文", "no text is left after cleaning"),
    TOO_LONG(Stage.CLEAN, "正文超过长度上限", "the text is longer than the limit"),
    SUPERSEDED(Stage.DECODE, "已收到同一报告的更新版本", "a later revision of this report was already processed"),
    ID_TAKEN(
            Stage.DECODE,
            "编号已被其他来源的报告占用，请换一个编号或省略编号后重新提交",
            "another source has a report with this id; submit it under another id, or under none"),
    ANALYSIS_FAILED(Stage.SEGMENT, "分析程序在这份文本上出错", "the analyser failed on this text"),
    RESULT_TOO_LARGE(Stage.PUBLISH, "分析结果超过消息大小上限", "the result is larger than a message may be"),
    ROW_REFUSED(Stage.STORE, "数据库拒绝了这份报告的数据", "the database refused the rows of this report");

    private final Stage stage;
    private final String chinese;
    private final String english;

    Reason(Stage stage, String chinese, String english) {
        this.stage = stage;
        this.chinese = chinese;
        this.english = english;
    }

    /** The stage in which this reason usually arises. */
    public Stage stage() {
        return stage;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
