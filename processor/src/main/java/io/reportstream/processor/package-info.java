/** The Kafka Streams application that reads reports. What it reads with is plain Java in the packages below. */
@NullMarked
package io.reportstream.processor;

import org.jspecify.annotations.NullMarked;
