/** Who may submit for which source. */
@NullMarked
package io.reportstream.producer.access;

import org.jspecify.annotations.NullMarked;
