package io.reportstream.processor.extract;

import io.reportstream.contract.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a quantity in its clause.
 *
 * @param object the noun phrase; empty where none stands
 * @param verb the verb before the object, or the last word where no object stands; empty without one
 * @param growth 1 where the quantity is a growth, -1 for a fall, 0 for neither
 * @param level whether a word says that a level was reached (达到, 提高到)
 * @param qualifier what the word before the number says
 * @param among whether 其中 opens the clause
 * @param each whether 分别 or 各 hands the numbers out
 * @param listed whether 等 closes a list before the number (甲、乙等7家企业)
 * @param from where the clause begins in the text
 */
record Left(
        String object,
        String verb,
        Lexicons.@Nullable Verb verbKind,
        int growth,
        boolean level,
        @Nullable Qualifier qualifier,
        boolean among,
        boolean each,
        boolean listed,
        int from) {
    /** The object with the verb before it, where readers want to see that verb. */
    String phrase() {
        return verbKind != null && verbKind.keep() ? verb + object : object;
    }
}
