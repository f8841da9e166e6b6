/** From the bytes of a raw record to a {@link io.reportstream.contract.RawReport}, strictly. No Kafka here. */
@NullMarked
package io.reportstream.processor.decode;

import org.jspecify.annotations.NullMarked;
