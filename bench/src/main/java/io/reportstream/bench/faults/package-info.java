/** Breaks the running stream on purpose, part by part, and counts what was lost or doubled. */
@NullMarked
package io.reportstream.bench.faults;

import org.jspecify.annotations.NullMarked;
