package io.reportstream.processor.extract;

import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns of lexicon/time.tsv as one tree, so that a place in a text is tried against all of them at once. */
final class TimePatterns {
    private static final String DASHES = "-—–~至到";

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();

        @Nullable
        Node year;

        @Nullable
        Node number;

        @Nullable
        Node dash;

        TimeExpression.@Nullable Kind kind;
    }

    private final Node root = new Node();
    private final BitSet firsts = new BitSet(Character.MAX_VALUE);

    TimePatterns(Tsv table) {
        for (Tsv.Row row : table.rows()) {
            TimeExpression.Kind kind = row.constant("kind", TimeExpression.Kind.class);
            for (String pattern : expand(row.text("pattern"))) {
                firsts.set(pattern.charAt(0));
                Node node = add(pattern);
                if (node.kind == null) {
                    node.kind = kind;
                }
            }
        }
    }

    /** All readings of the alternatives in brackets, which may be nested. */
    private static List<String> expand(String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf(')', open);
        List<String> tails = expand(pattern.substring(close + 1));
        List<String> all = new ArrayList<>();
        for (String choice : pattern.substring(open + 1, close).split("\\|", -1)) {
            for (String tail : tails) {
                all.add(pattern.substring(0, open) + choice + tail);
            }
        }
        return all;
    }

    private Node add(String pattern) {
        Node node = root;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '{') {
                node = node.next.computeIfAbsent(pattern.charAt(i), c -> new Node());
                continue;
            }
            char token = pattern.charAt(i + 1);
            i += 2;
            if (token == 'Y') {
                node = node.year = node.year == null ? new Node() : node.year;
            } else if (token == 'N') {
                node = node.number = node.number == null ? new Node() : node.number;
            } else {
                node = node.dash = node.dash == null ? new Node() : node.dash;
            }
        }
        return node;
    }

    /** The longest expression at {@code from}; null where none stands. */
    @Nullable
    TimeExpression at(String text, int from, int limit) {
        char first = text.charAt(from);
        if (!firsts.get(first) && !ArabicNumerals.isDigit(first) && ChineseNumerals.digit(first) < 0 && first != '十') {
            return null;
        }
        TimeExpression[] best = new TimeExpression[1];
        follow(root, text, from, from, limit, best);
        return best[0];
    }

    private static void follow(Node node, String text, int start, int at, int limit, @Nullable TimeExpression[] best) {
        TimeExpression found = best[0];
        if (node.kind != null && (found == null || at > found.end())) {
            best[0] = new TimeExpression(start, at, node.kind);
        }
        if (at >= limit) {
            return;
        }
        char c = text.charAt(at);
        Node literal = node.next.get(c);
        if (literal != null) {
            follow(literal, text, start, at + 1, limit, best);
        }
        if (node.dash != null && DASHES.indexOf(c) >= 0) {
            follow(node.dash, text, start, at + 1, limit, best);
        }
        if (node.year != null) {
            int end = DateNumbers.endOfYear(text, at, limit);
            if (end > at) {
                follow(node.year, text, start, end, limit, best);
            }
        }
        if (node.number != null) {
            int end = DateNumbers.endOfSmall(text, at, limit);
            if (end > at) {
                follow(node.number, text, start, end, limit, best);
            }
        }
    }
}
