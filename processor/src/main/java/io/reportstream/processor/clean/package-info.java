/** From the raw text to clean simplified Chinese, with the way back to every raw offset. */
@NullMarked
package io.reportstream.processor.clean;

import org.jspecify.annotations.NullMarked;
