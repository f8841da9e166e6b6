/** The command line, and the parts that run everything in one process. */
@NullMarked
package io.reportstream.standalone;

import org.jspecify.annotations.NullMarked;
