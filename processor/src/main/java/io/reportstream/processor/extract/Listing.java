package io.reportstream.processor.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts a list of things that share one noun: 第一、二产业增加值, 城镇和农村居民人均可支配收入, 原煤、原油产量. */
final class Listing {
    private final Lexicons lexicons;

    Listing(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** The {@code size} things that {@code object} lists, each with the shared noun; empty where it lists another number. */
    List<String> parts(String object, int size) {
        String[] split = object.split("、", -1);
        if (split.length != size) {
            split = object.split("[、和与]|以及|及", -1);
        }
        if (split.length != size) {
            return List.of();
        }
        String last = split[size - 1];
        List<String> parts = new ArrayList<>();
        for (String part : split) {
            if (part.isEmpty()) {
                return List.of();
            }
            parts.add(
                    isOrdinal(part)
                            ? ordinal(part, last)
                            : part.equals(last) ? numbered(split[0], last) : completed(part, last));
        }
        return parts;
    }

    /** 第一 or 二 of 第一、二、三产业增加值. */
    private static boolean isOrdinal(String part) {
        return (part.length() == 1 && ChineseNumerals.digit(part.charAt(0)) > 0)
                || (part.length() == 2 && part.charAt(0) == '第' && ChineseNumerals.digit(part.charAt(1)) > 0);
    }

    private static String ordinal(String part, String last) {
        int prefix = last.startsWith("第") ? 2 : 1;
        boolean series = last.length() > prefix && isOrdinal(last.substring(0, prefix));
        return series ? (part.startsWith("第") ? part : "第" + part) + last.substring(prefix) : part;
    }

    private static String numbered(String first, String last) {
        return isOrdinal(first) && first.length() == 2 && isOrdinal(last.substring(0, 1)) ? "第" + last : last;
    }

    private String completed(String part, String last) {
        Lexicon.Entry<String> contrast = lexicons.contrasts.at(last, 0, last.length());
        if (contrast != null && lexicons.contrasts.is(part)) {
            return part + last.substring(contrast.length());
        }
        Lexicon.Entry<String> attribute = attribute(last);
        if (attribute == null || attribute(part) != null || attribute.length() >= last.length()) {
            return part;
        }
        int first = part.length();
        boolean even = first == 2
                && first + attribute.length() < last.length()
                && !Dictionary.hasLonger(last, 0, first, last.length());
        return part + (even ? last.substring(first) : attribute.word());
    }

    private Lexicon.@Nullable Entry<String> attribute(String phrase) {
        return lexicons.attributes.before(phrase, phrase.length(), 0);
    }
}
