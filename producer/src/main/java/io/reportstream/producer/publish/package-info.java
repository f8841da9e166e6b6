/** Puts accepted reports on the raw topic, and tells whether the broker answers. */
@NullMarked
package io.reportstream.producer.publish;

import org.jspecify.annotations.NullMarked;
