package io.reportstream.processor.extract;

import com.hankcs.hanlp.dictionary.CoreDictionary;

/** Cuts off what stands between a noun and its word of growth: 同比, 比上年末, 按可比价计算. */
final class Bases {
    private static final String[][] RECKONED = {
        {"按", "计算"},
        {"按", "算"},
        {"按", "价"},
        {"按", "价格"},
        {"按", "口径"},
        {"剔除", "因素"},
        {"剔除", "影响"},
        {"剔除", "后"},
        {"扣除", "因素"},
        {"扣除", "影响"},
        {"扣除", "后"}
    };
    private static final int LONGEST_RECKONING = 16;

    private Bases() {}

    /** 同比, 比上年, 按可比价计算 and their like before a word of growth. */
    static void cut(Cut cut) {
        int before;
        do {
            before = cut.to;
            Lexicon.Entry<String> base = cut.lexicons.bases.before(cut.text, cut.to, cut.from);
            boolean part = base != null
                    && base.length() == 1
                    && cut.to - 2 >= cut.from
                    && CoreDictionary.contains(cut.text.substring(cut.to - 2, cut.to));
            if (base != null && !part) {
                cut.each |= base.word().equals("分别");
                cut.to -= base.length();
            } else {
                versus(cut);
                reckoned(cut);
            }
        } while (cut.to < before);
    }

    /** Cuts off how it was reckoned: 按可比价格计算, 剔除价格因素. */
    private static void reckoned(Cut cut) {
        for (String[] frame : RECKONED) {
            int at = cut.endsWith(frame[1]) ? cut.lastIndexOf(frame[0], cut.to) : -1;
            if (at >= 0 && cut.to - at <= LONGEST_RECKONING) {
                cut.to = at;
                return;
            }
        }
    }

    /** Cuts off what something is compared with: 比上年末, 较“十三五”末的. */
    private static void versus(Cut cut) {
        for (int i = cut.to - 1; i >= cut.from; i--) {
            if ((cut.text.charAt(i) == '比' || cut.text.charAt(i) == '较') && !isPartOfWord(cut, i)) {
                cut.to = i;
                return;
            }
        }
    }

    static boolean isPartOfWord(Cut cut, int at) {
        char before = at > cut.from ? cut.text.charAt(at - 1) : ' ';
        char after = at + 1 < cut.text.length() ? cut.text.charAt(at + 1) : ' ';
        boolean ratio = before == '入' && "上去前全年同一十“0123456789".indexOf(after) < 0;
        return ratio
                || "占对同环百之可".indexOf(before) >= 0
                || (cut.text.charAt(at) == '比' && "重例率赛值较价".indexOf(after) >= 0)
                || (cut.text.charAt(at) == '较' && "大好快高多强".indexOf(after) >= 0);
    }
}
