/** Reads the topics in order and hands them to the store, whatever happens to broker, database or neighbours. */
@NullMarked
package io.reportstream.sink.consume;

import org.jspecify.annotations.NullMarked;
