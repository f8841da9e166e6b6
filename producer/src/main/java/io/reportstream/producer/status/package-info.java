/** What became of a submission, read from the store. */
@NullMarked
package io.reportstream.producer.status;

import org.jspecify.annotations.NullMarked;
