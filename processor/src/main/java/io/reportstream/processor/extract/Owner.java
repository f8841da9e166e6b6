package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import org.jspecify.annotations.Nullable;

/** Fills in what a clause leaves out: 省级50家, 总数到达36家, 其中发明专利243件, 占GDP的比重达16.5%. */
final class Owner {
    private static final String[] RATES = {"增速", "增幅", "涨幅", "降幅", "增长率", "增产幅度", "增长速度"};

    private final Lexicons lexicons;

    Owner(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    boolean isRateOfChange(String object) {
        if (object.endsWith("自然增长率")) {
            return false;
        }
        for (String rate : RATES) {
            if (object.endsWith(rate)) {
                return true;
            }
        }
        return false;
    }

    /** What is ranked: the words before the rank without the place (居全省第2位), or what was told last. */
    @Nullable
    String ranked(String object, @Nullable Reading last) {
        String name = object;
        int place = lexicons.placing.find(name, 0, name.length());
        if (place >= 0) {
            name = name.substring(0, place);
        }
        name = stripEnd(name);
        if (name.isEmpty()) {
            return last == null ? null : last.indicator();
        }
        return lexicons.attributes.is(name) && last != null ? base(last.owner()) + name : name;
    }

    private static String stripEnd(String name) {
        String out = name;
        while (!out.isEmpty() && "均都在并也,、被评为".indexOf(out.charAt(out.length() - 1)) >= 0) {
            out = out.substring(0, out.length() - 1);
        }
        return out;
    }

    /** The indicator of a quantity from the words before it and what was told last; null where nothing names it. */
    @Nullable
    String fill(Left left, MetricType type, @Nullable Reading last) {
        String object = left.object();
        if (last == null || last.indicator() == null) {
            return object.isEmpty() ? left.verb().isEmpty() ? null : left.verb() : left.phrase();
        }
        String owner = last.owner().isEmpty() ? last.indicator() : last.owner();
        if (object.isEmpty()) {
            if (type == MetricType.CHANGE || left.verb().isEmpty()) {
                return last.indicator();
            }
            return base(stripVerb(last)) + left.verb();
        }
        if (lexicons.levels.is(object)) {
            return left.verbKind() != null && !left.among() ? left.phrase() : object + withoutLevel(owner);
        }
        if (lexicons.attributes.is(object) || object.startsWith("占")) {
            return base(owner) + object;
        }
        return left.among() ? graft(left, last) : left.phrase();
    }

    private static String stripVerb(Reading last) {
        String object = last.left().object();
        String owner = last.owner();
        return !object.isEmpty() && owner.endsWith(object) ? object : owner;
    }

    /** Without 总数, 总产值 and other words that a new attribute takes the place of. */
    private String base(String owner) {
        int share = owner.indexOf('占');
        String name = share > 1 ? owner.substring(0, share) : owner;
        Lexicon.Entry<String> attribute = lexicons.attributes.before(name, name.length(), 0);
        return attribute != null && attribute.length() < name.length()
                ? name.substring(0, name.length() - attribute.length())
                : name;
    }

    private String withoutLevel(String owner) {
        for (int i = 0; i < owner.length(); i++) {
            Lexicon.Entry<String> level = lexicons.levels.at(owner, i, owner.length());
            if (level != null && level.length() < owner.length() - i) {
                return owner.substring(i + level.length());
            }
        }
        return owner;
    }

    /** 专利申请量, 其中发明专利 → 发明专利申请量; 申请专利, 其中发明专利 → 申请发明专利. */
    private static String graft(Left left, Reading last) {
        String object = left.object();
        String whole = last.indicator() == null ? "" : last.indicator();
        for (int length = Math.min(object.length() - 1, 6); length >= 2; length--) {
            String shared = object.substring(object.length() - length);
            int at = whole.lastIndexOf(shared);
            if (at >= 0 && whole.length() - at - length <= 4 && at <= 4) {
                return whole.substring(0, at) + object + whole.substring(at + length);
            }
        }
        return left.phrase();
    }
}
