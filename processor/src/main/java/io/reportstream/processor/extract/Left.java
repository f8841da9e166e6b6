package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a quantity in its clause.
 *
 * @param object the noun phrase; empty where none stands
 * @param verb the verb before the object, or the last word where no object stands; empty without one
 * @param subject what stands before that verb; empty where nothing does
 * @param growth 1 where the quantity is a growth, -1 for a fall, 0 for neither
 * @param level whether a word says that a level was reached (达到, 提高到)
 * @param qualifier what the word before the number says
 * @param among whether 其中 opens the clause
 * @param each whether 分别 or 各 hands the numbers out
 * @param listed whether 等 closes a list before the number (甲、乙等7家企业)
 * @param share whether 占 stands before the number
 * @param towards whether 为, 对, 让 or 向 stands before the number
 * @param from where the clause begins in the text
 * @param objectFrom where the object begins in the text
 */
record Left(
        String object,
        String verb,
        Lexicons.@Nullable Verb verbKind,
        String subject,
        int growth,
        boolean level,
        @Nullable Qualifier qualifier,
        boolean among,
        boolean each,
        boolean listed,
        boolean share,
        boolean towards,
        int from,
        int objectFrom) {
    /** The object with the verb before it, where readers want to see that verb. */
    String phrase() {
        boolean shown = verbKind != null && (verbKind.keep() || object.length() <= 2);
        return shown ? verb + object : object;
    }

    Left withObject(String name) {
        return new Left(
                name,
                verb,
                verbKind,
                subject,
                growth,
                level,
                qualifier,
                among,
                each,
                listed,
                share,
                towards,
                from,
                objectFrom);
    }

    /** Nothing before the number: what stands there belongs to another one. */
    Left nameless() {
        return new Left("", "", null, "", 0, false, qualifier, false, false, false, false, false, from, objectFrom);
    }

    /** The same words where the noun before the number is told already: the one behind it has the verb of {@code before}. */
    Left listed(Left before) {
        return new Left(
                "",
                before.verb,
                before.verbKind,
                "",
                0,
                false,
                qualifier,
                false,
                false,
                false,
                false,
                before.towards,
                from,
                objectFrom);
    }

    /** The same words with their object as the verb of what stands behind the number. */
    Left acting() {
        Lexicons.Verb kind = new Lexicons.Verb(false, false, false);
        return new Left(
                "",
                object,
                kind,
                subject,
                growth,
                level,
                qualifier,
                among,
                each,
                listed,
                share,
                towards,
                from,
                objectFrom);
    }

    boolean says() {
        return !object.isEmpty() || !verb.isEmpty();
    }
}
