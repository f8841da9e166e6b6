package io.reportstream.processor.extract;

import io.reportstream.contract.MetricType;
import org.jspecify.annotations.Nullable;

/** Fills in what a clause leaves out: 省级50家, 总数到达36家, 其中发明专利243件, 占GDP的比重达16.5%. */
final class Owner {
    /** Longer owners give only their last word to a verb: 已开工118所 → 开工学校. */
    private static final int SHORT = 12;
    /** Longer nouns give only their last word to a verb that few texts count with (脱贫, 完工). */
    private static final int LONG = 6;

    /** Between what is ranked and the word of the place. */
    private static final String[] RANK_ENDS = {"均", "都", "在", "并", "也", ",", "、", "被评为", "评为", "分别", "排", "列", "居"};

    private final Lexicons lexicons;

    Owner(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    boolean isAttribute(String object) {
        return lexicons.attributes.before(object, object.length(), 0) != null;
    }

    boolean isLoneAttribute(String object) {
        return lexicons.attributes.is(object);
    }

    /** 投资, 投入: money whose use stands behind the number. */
    boolean isSpending(Left left) {
        String word = left.object().isEmpty() ? left.verb() : left.object();
        return word.equals("投资") || word.equals("投入") || word.equals("总投资");
    }

    boolean isVerb(String object) {
        return lexicons.verbs.is(object);
    }

    /** The words before the place: 增幅分别居全省 → 增幅. */
    String unplaced(String object) {
        int place = lexicons.placing.find(object, 0, object.length());
        return stripEnd(place >= 0 ? object.substring(0, place) : object);
    }

    /** What is ranked: the words before the rank without the place (居全省第2位), or what was told last. */
    @Nullable
    String ranked(String object, Told told) {
        String name = unplaced(object);
        if (isSpan(name) || isPeer(name)) {
            boolean toldBefore = !told.isFresh() || told.subject().isEmpty();
            return toldBefore ? indicator(told.last()) : told.subject();
        }
        if (!lexicons.attributes.is(name)) {
            return name;
        }
        return of(name, told, false);
    }

    /** Those among whom the place is held: (在13个)县区中, 中部. */
    boolean isPeer(String object) {
        int end = object.length();
        while (end > 0 && "中里内的排列居".indexOf(object.charAt(end - 1)) >= 0) {
            end--;
        }
        return lexicons.peers.is(object.substring(0, end));
    }

    /** The name of a quantity that tells none: a growth behind 占全市的66.1% is that of the thing, not of its share. */
    @Nullable
    String inherited(Reading last, MetricType type, Quantity quantity) {
        String name = last.indicator();
        boolean whole = name != null
                && type == MetricType.CHANGE
                && quantity.kind() != Unit.Kind.POINTS
                && last.quantity().kind() == Unit.Kind.PERCENT;
        if (!whole) {
            return name;
        }
        String goal = last.left().verb() + last.left().object();
        boolean done = isGoal(last.left().object()) && name.endsWith(goal) && name.length() > goal.length() + 1;
        return done ? name.substring(0, name.length() - goal.length()) : share(name);
    }

    /** Nothing, or how long a place was held: 连续16年位居首位. */
    private static boolean isSpan(String name) {
        return name.isEmpty() || (name.length() <= 5 && "年月度天".indexOf(name.charAt(name.length() - 1)) >= 0);
    }

    private static @Nullable String indicator(@Nullable Reading reading) {
        return reading == null ? null : reading.indicator();
    }

    private static String stripEnd(String name) {
        boolean within = name.length() > 2 && name.endsWith("中") && "高初集".indexOf(name.charAt(name.length() - 2)) < 0;
        String out = within ? name.substring(0, name.length() - 1) : name;
        boolean more = true;
        while (more) {
            more = false;
            for (String word : RANK_ENDS) {
                if (out.endsWith(word)) {
                    out = out.substring(0, out.length() - word.length());
                    more = true;
                }
            }
        }
        return out;
    }

    /** An attribute that stands alone, with its owner; {@code money} is not what persons have who were counted last. */
    String of(String attribute, Told told, boolean money) {
        if (!told.subject().isEmpty() && !lexicons.attributes.is(told.subject())) {
            return told.subject() + attribute;
        }
        boolean whole = attribute.startsWith("总") && told.whole() != null;
        Reading owner = money && attribute.endsWith("产值")
                ? told.thing()
                : whole ? told.whole() : money ? told.thing() : told.last();
        if (owner == null) {
            return attribute;
        }
        return name(owner, attribute);
    }

    /** {@code attribute} of what {@code told} counts; where it takes the place of the owner's own, without its verb. */
    String name(Reading told, String attribute) {
        String owner = told.owner().isEmpty() ? String.valueOf(told.indicator()) : told.owner();
        if (lexicons.attributes.is(owner)) {
            return attribute;
        }
        String object = told.left().object();
        if (lexicons.attributes.is(object) && owner.endsWith(object)) {
            return owner.substring(0, owner.length() - object.length()) + attribute;
        }
        boolean bare = lexicons.replacing.is(attribute) && object.length() > 2 && owner.endsWith(object);
        return name(bare ? object : owner, attribute);
    }

    /** {@code attribute} of {@code owner}. */
    String name(String owner, String attribute) {
        if (attribute.charAt(attribute.length() - 1) == '均') {
            return attribute + share(owner);
        }
        return (lexicons.replacing.is(attribute) ? base(owner) : share(owner)) + attribute;
    }

    /** The noun that was told last, short enough to stand before what it does. */
    String noun(Told told) {
        Reading last = told.last();
        return last == null ? "" : noun(last);
    }

    String noun(Reading last) {
        String object = last.left().object();
        String owner = !object.isEmpty() && last.owner().endsWith(object) ? object : last.owner();
        String noun = base(owner);
        return noun.length() > SHORT || noun.indexOf('、') >= 0 ? Dictionary.lastWord(noun) : noun;
    }

    /** The indicator of a quantity from the words before it and what was told last; null where nothing names it. */
    @Nullable
    String fill(Left left, MetricType type, Quantity quantity, Told told) {
        String object = left.object();
        Reading last = told.last();
        if (quantity.kind() == Unit.Kind.PERCENT
                && isGoal(object)
                && left.subject().length() > 1) {
            return left.subject() + left.verb() + object;
        }
        if (object.isEmpty() && !left.subject().isEmpty() && !left.verb().isEmpty()) {
            return left.verbKind() != null && left.verbKind().keep() ? left.subject() + left.verb() : left.subject();
        }
        if (last == null || last.indicator() == null) {
            return object.isEmpty() ? (left.verb().isEmpty() ? null : left.verb()) : lone(left, told, quantity);
        }
        if (object.isEmpty()) {
            if (type == MetricType.CHANGE || left.verb().isEmpty()) {
                return inherited(last, type, quantity);
            }
            boolean money =
                    quantity.kind() == Unit.Kind.MONEY && !quantity.measure().equals(last.measure());
            Reading alike = money || isSpending(left) ? null : told.lastOf(quantity.measure());
            if (alike == null) {
                return left.verb();
            }
            String noun = noun(alike);
            boolean terse = noun.length() > LONG && !lexicons.verbs.is(left.verb());
            return act(left.verb(), terse ? Dictionary.lastWord(noun) : noun);
        }
        String owner = last.owner().isEmpty() ? last.indicator() : last.owner();
        if (object.equals("增收")) {
            return inherited(last, type, quantity);
        }
        if (lexicons.levels.is(object)) {
            return left.verbKind() != null && !left.among() ? left.phrase() : object + withoutLevel(owner);
        }
        if (object.startsWith("占") && !lexicons.attributes.is(object)) {
            return share(owner) + object;
        }
        if (quantity.kind() == Unit.Kind.PERCENT && isGoal(object)) {
            return share(owner) + left.verb() + object;
        }
        if (left.share() && told.whole() != null) {
            return object + "占" + share(String.valueOf(told.whole().indicator()));
        }
        if (object.startsWith("每")
                && object.length() <= 4
                && "人户亩名口家".indexOf(object.charAt(object.length() - 1)) >= 0) {
            return object + noun(told);
        }
        return left.among() && !lexicons.attributes.is(object) ? graft(left, last) : lone(left, told, quantity);
    }

    /** 建成 of what was told: 棚户区改造开工 → 棚户区改造建成, 专利 → 授权专利. */
    private String act(String verb, String noun) {
        Lexicon.Entry<Lexicons.Verb> other = lexicons.verbs.before(noun, noun.length(), 2);
        if (Dictionary.isVerb(noun)) {
            return verb;
        }
        return other == null ? verb + noun : noun.substring(0, noun.length() - other.length()) + verb;
    }

    /** 完成年度目标的66.9%. */
    boolean isGoal(String object) {
        return object.endsWith("任务") || object.endsWith("目标") || object.endsWith("计划") || object.endsWith("预算");
    }

    private String lone(Left left, Told told, Quantity quantity) {
        String object = left.object();
        Reading last = told.last();
        int list = endOfList(object);
        if (list > 0) {
            boolean shown = left.verbKind() != null && left.verbKind().keep();
            return (shown ? left.verb() : "") + object.substring(list);
        }
        String among = told.subject();
        if (among.endsWith("中") && among.length() > 4 && left.verb().isEmpty() && !lexicons.attributes.is(object)) {
            return object + among.substring(0, among.length() - 1);
        }
        int each = perHead(object);
        if (each >= 0) {
            return each(object.substring(0, each), object.substring(each), told);
        }
        Lexicon.Entry<String> contrast = lexicons.contrasts.at(object, 0, object.length());
        if (contrast != null && last != null && lexicons.attributes.is(object.substring(contrast.length()))) {
            return other(last, contrast.word(), object.substring(contrast.length()));
        }
        if (!lexicons.attributes.is(object)) {
            boolean whose =
                    lexicons.contrasts.is(left.subject()) && left.phrase().startsWith(left.verb());
            return whose ? left.subject() + left.phrase() : left.phrase();
        }
        if (left.verb().isEmpty()) {
            return of(object, told, quantity.kind() == Unit.Kind.MONEY);
        }
        return left.subject().length() < 2 ? left.verb() + object : left.subject() + object;
    }

    /** Where 年人均 and its like begin that close {@code object} behind nothing or a contrast (城镇年人均); -1 for nowhere. */
    private int perHead(String object) {
        if (!object.endsWith("人均") && !object.endsWith("户均") && !object.endsWith("亩均")) {
            return -1;
        }
        int at = object.length() - 2;
        at -= at > 0 && "年月".indexOf(object.charAt(at - 1)) >= 0 ? 1 : 0;
        return at == 0 || lexicons.contrasts.is(object.substring(0, at)) ? at : -1;
    }

    private static String withoutVerb(Reading last) {
        String name = share(String.valueOf(last.indicator()));
        String verb = last.left().verb();
        return !verb.isEmpty() && name.startsWith(verb) && name.length() > verb.length() + 1
                ? name.substring(verb.length())
                : name;
    }

    /** 城镇、农村居民人均可支配收入…,农村增速: the other one's, where what was told begins with one of both. */
    private String other(Reading last, String contrast, String attribute) {
        String owner = share(last.owner().isEmpty() ? String.valueOf(last.indicator()) : last.owner());
        Lexicon.Entry<String> told = lexicons.contrasts.at(owner, 0, owner.length());
        if (told == null) {
            return contrast + attribute;
        }
        String rest = owner.substring(told.length());
        Lexicon.Entry<String> second = rest.length() > 1 ? lexicons.contrasts.at(rest, 1, rest.length()) : null;
        rest = second != null && "、和与及".indexOf(rest.charAt(0)) >= 0 ? rest.substring(1 + second.length()) : rest;
        return contrast + (lexicons.replacing.is(attribute) ? base(rest) : rest) + attribute;
    }

    /** 低保标准逐年提高,城镇年人均提高600元 → 城镇低保标准; 补助资金3096万元,户均2.3万元 → 户均补助资金. */
    private String each(String contrast, String mean, Told told) {
        Reading last = told.last();
        boolean told1 = !told.subject().isEmpty();
        String owner = told1 ? told.subject() : last == null ? "" : withoutVerb(last);
        Lexicon.Entry<String> other = lexicons.contrasts.at(owner, 0, owner.length());
        if (!contrast.isEmpty()) {
            return contrast + (other == null ? owner : owner.substring(other.length()));
        }
        Lexicon.Entry<String> people = lexicons.people.at(owner, 0, owner.length());
        if (people == null && other != null) {
            people = lexicons.people.at(owner, other.length(), owner.length());
        }
        int whose = people == null ? 0 : owner.indexOf(people.word()) + people.length();
        return told1 ? owner : owner.substring(0, whose) + mean + owner.substring(whose);
    }

    /** Behind a list and its 等: 甲、乙、丙等惠农资金; 0 where there is none. */
    private static int endOfList(String object) {
        int end = object.lastIndexOf('等');
        int first = object.indexOf('、');
        boolean places = object.startsWith("地", end + 1);
        return first > 0 && first < end && !places && end + 3 <= object.length() ? end + 1 : 0;
    }

    private static String share(String owner) {
        int share = Math.max(owner.indexOf('占'), owner.indexOf("拉动"));
        return share > 1 ? owner.substring(0, share) : owner;
    }

    /** Without 总数, 总产值 and other words that a new attribute takes the place of. */
    private String base(String owner) {
        String name = share(owner);
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
        int above = owner.indexOf("以上");
        return above > 0 && above + 4 <= owner.length() ? owner.substring(above + 2) : owner;
    }

    /** 专利申请量, 其中发明专利 → 发明专利申请量; 申请专利, 其中发明专利 → 申请发明专利. */
    private String graft(Left left, Reading last) {
        String object = left.object();
        String whole = last.indicator() == null ? "" : last.indicator();
        for (int length = Math.min(object.length() - 1, 6); length >= 2; length--) {
            String shared = object.substring(object.length() - length);
            int at = whole.lastIndexOf(shared);
            boolean verb = at == 0 || (at > 0 && lexicons.verbs.is(whole.substring(0, at)));
            if (verb && whole.length() - at - length <= 4) {
                return whole.substring(0, at) + object + whole.substring(at + length);
            }
        }
        return left.phrase();
    }
}
