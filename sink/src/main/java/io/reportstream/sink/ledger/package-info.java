/** Accepted = stored + rejected + in flight, counted all the time. */
@NullMarked
package io.reportstream.sink.ledger;

import org.jspecify.annotations.NullMarked;
