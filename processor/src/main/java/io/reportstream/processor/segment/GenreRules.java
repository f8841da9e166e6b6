package io.reportstream.processor.segment;

import io.reportstream.contract.Genre;
import java.util.List;

/** The genre of a document, from its title, its turns of speech and its headings. */
final class GenreRules {
    private static final Wording AHEAD = new Wording(
            "下一步", "下步", "今后", "打算", "计划", "思路", "要点", "安排", "目标", "将", "力争", "拟", "要", "加强", "推进", "抓好", "深化", "加快",
            "着力", "坚持");
    private static final Wording BACK = new Wording(
            "了", "完成", "达到", "实现", "获得", "荣获", "取得", "同比", "增长", "下降", "累计", "回顾", "成效", "成绩", "总结", "共", "已", "以来",
            "引进", "得到", "组织", "开展");

    /** So many characters tell the genre. */
    private static final int ENOUGH = 20_000;

    private GenreRules() {}

    static Genre genre(String title, List<Piece> pieces) {
        Genre announced = title.isEmpty() ? null : TitleRules.genre(title);
        if (announced == Genre.INTERVIEW || Conversation.of(pieces).isInterview()) {
            return Genre.INTERVIEW;
        }
        boolean tells = announced != null && !(announced == Genre.OTHER || title.endsWith("新局面"));
        return tells ? announced : bySentences(pieces, announced);
    }

    private static Genre bySentences(List<Piece> pieces, @org.jspecify.annotations.Nullable Genre announced) {
        int ahead = 0;
        int back = 0;
        int read = 0;
        for (Piece piece : pieces) {
            if (read > ENOUGH) {
                break;
            }
            read += piece.length();
            ahead += AHEAD.count(piece.text());
            back += BACK.count(piece.text());
        }
        if (announced == Genre.OTHER && ahead + back < 30) {
            return Genre.OTHER;
        }
        if (ahead + back < 2) {
            return Genre.OTHER;
        }
        return ahead > 3 * back ? Genre.PLAN : Genre.SUMMARY;
    }
}
