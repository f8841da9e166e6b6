/** What to do about rejected reports: see them by cause, look at one, send them back, keep one as a test case. */
@NullMarked
package io.reportstream.sink.rejected;

import org.jspecify.annotations.NullMarked;
