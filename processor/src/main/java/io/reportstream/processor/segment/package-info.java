/** From clean text to documents, and from a document to its outline and sentences. */
@NullMarked
package io.reportstream.processor.segment;

import org.jspecify.annotations.NullMarked;
