package io.reportstream.processor.extract;

import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives an indicator the name under which reports meet: 授权发明专利, 发明专利授权量 → 发明专利授权. */
final class IndicatorKeys {
    private static final String MARKS = "“”\"‘’'《》<>()[] 、,·—-";
    private static final String[] COUNTS = {"总数", "总量", "数量", "个数", "总数量"};

    private final Lexicons lexicons;
    private final Map<String, String> whole = new HashMap<>();
    private final List<Map.Entry<String, String>> inside = new ArrayList<>();

    IndicatorKeys(Lexicons lexicons, Tsv synonyms) {
        this.lexicons = lexicons;
        for (Tsv.Row row : synonyms.rows()) {
            switch (row.text("where")) {
                case "WHOLE" -> whole.put(row.text("surface"), row.text("key"));
                case "INSIDE" -> inside.add(Map.entry(row.text("surface"), row.text("key")));
                default -> throw row.error("neither WHOLE nor INSIDE in where");
            }
        }
    }

    String of(String indicator) {
        String key = plain(indicator);
        for (Map.Entry<String, String> part : inside) {
            key = key.replace(part.getKey(), part.getValue());
        }
        key = withoutScope(key);
        for (String count : COUNTS) {
            if (key.endsWith(count) && key.length() > count.length() + 1) {
                key = key.substring(0, key.length() - count.length());
            }
        }
        if (key.endsWith("量") && key.length() > 3 && lexicons.verbs.before(key, key.length() - 1, 1) != null) {
            key = key.substring(0, key.length() - 1);
        }
        key = verbLast(key);
        return whole.getOrDefault(key, key);
    }

    private static String plain(String indicator) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < indicator.length(); i++) {
            if (MARKS.indexOf(indicator.charAt(i)) < 0) {
                out.append(Character.toUpperCase(indicator.charAt(i)));
            }
        }
        return out.toString();
    }

    private String withoutScope(String key) {
        Lexicon.Entry<String> scope = lexicons.scope.at(key, 0, key.length());
        return scope != null && scope.length() + 1 < key.length() ? key.substring(scope.length()) : key;
    }

    /** 授权发明专利 → 发明专利授权; verbs that only say that something was had are dropped (拥有, 实现). */
    private String verbLast(String key) {
        Lexicon.Entry<Lexicons.Verb> verb = lexicons.verbs.at(key, 0, key.length());
        if (verb == null || verb.length() + 2 > key.length() || lexicons.nouns.at(key, 0, key.length()) != null) {
            return key;
        }
        String object = key.substring(verb.length() + (key.charAt(verb.length()) == '的' ? 1 : 0));
        return verb.value().keep() && !lexicons.attributes.is(object) ? object + verb.word() : object;
    }
}
