/** Measures what the parts cost. Nothing depends on it but the command line. */
@NullMarked
package io.reportstream.bench;

import org.jspecify.annotations.NullMarked;
