/** Takes reports over HTTP. */
@NullMarked
package io.reportstream.producer.intake;

import org.jspecify.annotations.NullMarked;
