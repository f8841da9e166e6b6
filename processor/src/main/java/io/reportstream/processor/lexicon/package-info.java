/** Tables of words and rules, read strictly. */
@NullMarked
package io.reportstream.processor.lexicon;

import org.jspecify.annotations.NullMarked;
