/** Measures analyses against gold files; docs/guideline.md says what gold is. */
@NullMarked
package io.reportstream.processor.evaluate;

import org.jspecify.annotations.NullMarked;
