/** From the topics to the database: every processed and every rejected report, once. */
@NullMarked
package io.reportstream.sink;

import org.jspecify.annotations.NullMarked;
