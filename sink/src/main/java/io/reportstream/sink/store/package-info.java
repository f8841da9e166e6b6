/** The store of reports: what is promised, and PostgreSQL that keeps it. Knows topics and offsets, but no consumer. */
@NullMarked
package io.reportstream.sink.store;

import org.jspecify.annotations.NullMarked;
