/** Messages, topics and outcomes that all parts share. Everything may depend on this package; it depends on nothing of ours. */
@NullMarked
package io.reportstream.contract;

import org.jspecify.annotations.NullMarked;
