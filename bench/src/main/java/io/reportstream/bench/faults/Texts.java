package io.reportstream.bench.faults;

import java.util.Random;

/** Report texts that differ from each other in every number. */
final class Texts {
    private static final String[] PLACES = {"临沂市", "青岛市", "滨海新区", "苍南县", "雨花区", "平度市"};
    private static final String[] FIELDS = {"科技工作", "就业工作", "招商引资工作", "教育工作", "水利工作"};

    private Texts() {}

    static String report(Random random, int number) {
        String place = PLACES[random.nextInt(PLACES.length)];
        int year = 2020 + random.nextInt(6);
        return place + year + "年" + FIELDS[random.nextInt(FIELDS.length)] + "总结\n"
                + "一、主要成绩\n"
                + "（一）项目建设有进展。全年新开工项目" + number + "个，完成投资" + (random.nextInt(900) + 10) + "."
                + random.nextInt(10) + "亿元，同比增长" + random.nextInt(40) + "." + random.nextInt(10) + "%。\n"
                + "（二）民生保障有力。新增就业" + (random.nextInt(9000) + 1000) + "人，居全省第" + (random.nextInt(9) + 1)
                + "位。\n"
                + "二、存在问题\n"
                + "一是资金缺口较大，尚有" + (random.nextInt(90) + 10) + "个项目未落实资金。二是人才不足。\n"
                + "三、下一步计划\n"
                + (year + 1) + "年，力争完成投资" + (random.nextInt(900) + 100) + "亿元，增长" + (random.nextInt(9) + 5)
                + "%以上。\n";
    }

    static String twoReports(Random random, int number) {
        return "【篇一】\n" + report(random, number) + "\n【篇二】\n" + report(random, number + 1);
    }

    /** What UTF-8, PostgreSQL or a careless parser cannot hold. */
    static String strange(Random random, int number) {
        String[] inserts = {"\uD800", "\uDC00", "\u0000", "𠮷\uD83D\uDE00", "\u202E\u200B\uFEFF"};
        String text = report(random, number);
        int at = random.nextInt(text.length());
        return text.substring(0, at) + inserts[random.nextInt(inserts.length)] + text.substring(at);
    }
}
