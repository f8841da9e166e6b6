package io.reportstream.processor.classify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lack that is told by a number and not by a word: 还不到四分之一, 只有2艘执法船, 仍有7.6万人没有越过温饱线. */
final class Lacks {
    private static final String NUMBER = "(?:\\d[\\d.,]{0,12}|[一二三四五六七八九十百千两半][一二三四五六七八九十百千万分之]{0,8})";
    /** What the patterns begin with: most sentences have none of it, and then need no pattern. */
    private static final String[] SCANT_WORDS = {"只", "仅", "还差", "还缺", "仍缺", "尚缺", "才", "不到", "不足", "不及"};

    private static final String[] REMNANT_WORDS = {"还有", "仍有", "尚有", "还剩", "还差", "仍是", "有待"};
    private static final Pattern SCANT =
            Pattern.compile("(?:只有|仅有|仅为|仅占|只占|只及|只剩|只能满足|还差|还缺|仍缺|尚缺|才(?!能|会|可|智|干)|不到|不足|不及|仅)[^,。;:、一-九\\d]{0,4}?"
                    + NUMBER + "(?:多|余|来)?(?:万|亿)?(.?)");
    /** A short time is no lack. */
    private static final String TIME = "年月天日周小时分秒季";
    /** Before a small number these make it a merit: 失业率只有2.1%, 能耗仅为60%. */
    private static final Pattern MERIT =
            Pattern.compile("失业|事故|死亡|能耗|发案|发病|污染|投诉|违规|不良|病死|误差|耗|逾期|差错|用时|时间|只用|仅用|降至|降到|减少|下降|缩短|压缩|压减|原来|过去|从|由");

    private static final int BEFORE = 14;

    private static final Pattern REMNANT = Pattern.compile("(?:还有|仍有|尚有|还剩|还差|仍是|有待)[^,。;:]{0,10}?" + NUMBER
            + "[^。;:]{0,16}?(?:没有|未|没能|不通|不能|不了|无人|尚|缺|空白|贫困|闲置|亏损|破损|老旧|轮候|排队|危房|落后)");

    private static final Pattern CONTRAST = Pattern.compile(
            "^(?:[^,。;:]{1,10}:)?(?:但|可是|然而|不过|尽管如此|尽管这样|令人不安|令人担忧|令人忧虑|美中不足|遗憾的是|令人遗憾|只是(?!由于)|问题是|麻烦的是)");

    private Lacks() {}

    /** Whether a sentence calls a number small that is no merit when small. */
    static boolean isScant(String sentence) {
        if (!hasOne(sentence, SCANT_WORDS)) {
            return false;
        }
        Matcher scant = SCANT.matcher(sentence);
        while (scant.find()) {
            String before = sentence.substring(Math.max(0, scant.start() - BEFORE), scant.start());
            boolean time = !scant.group(1).isEmpty() && TIME.indexOf(scant.group(1)) >= 0;
            if (!time && !MERIT.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence counts what is still undone or bad. */
    static boolean isRemnant(String sentence) {
        return hasOne(sentence, REMNANT_WORDS) && REMNANT.matcher(sentence).find();
    }

    /** Whether a sentence turns against what stood before it. */
    static boolean isContrast(String sentence) {
        return CONTRAST.matcher(sentence).find();
    }

    private static boolean hasOne(String sentence, String[] words) {
        for (String word : words) {
            if (sentence.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
