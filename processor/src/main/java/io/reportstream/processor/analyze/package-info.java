/** The stages in a row: raw text in, {@link io.reportstream.contract.Analysis} out. No Kafka here. */
@NullMarked
package io.reportstream.processor.analyze;

import org.jspecify.annotations.NullMarked;
