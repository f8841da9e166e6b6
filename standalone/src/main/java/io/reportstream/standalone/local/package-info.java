/** The whole stream on one machine: broker, database and services in this process, on one data directory. */
@NullMarked
package io.reportstream.standalone.local;

import org.jspecify.annotations.NullMarked;
