/** Accepts report texts over HTTP and from files, and publishes them. */
@NullMarked
package io.reportstream.producer;

import org.jspecify.annotations.NullMarked;
