/** The quantities that a document states. */
@NullMarked
package io.reportstream.processor.extract;

import org.jspecify.annotations.NullMarked;
