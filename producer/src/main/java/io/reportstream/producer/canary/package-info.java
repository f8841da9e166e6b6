/** Proves that reports get through: sends one of its own now and then, and measures. */
@NullMarked
package io.reportstream.producer.canary;

import org.jspecify.annotations.NullMarked;
