/** A real Kafka broker and a real PostgreSQL server, started and stopped by this process, on a directory that lasts. */
@NullMarked
package io.reportstream.standalone.embedded;

import org.jspecify.annotations.NullMarked;
