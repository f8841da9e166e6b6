/** The seed reports through the whole stream, and what was found in them, read back from the store. */
@NullMarked
package io.reportstream.standalone.demo;

import org.jspecify.annotations.NullMarked;
