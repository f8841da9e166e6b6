/** Who may submit for which source. */
@NullMarked
package io.reportstream.producer.gateway;

import org.jspecify.annotations.NullMarked;
