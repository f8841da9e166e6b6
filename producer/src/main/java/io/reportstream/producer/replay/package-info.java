/** Publishes files and waits until each is stored or rejected. */
@NullMarked
package io.reportstream.producer.replay;

import org.jspecify.annotations.NullMarked;
