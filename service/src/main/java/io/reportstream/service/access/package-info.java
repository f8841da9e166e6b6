/** Keys of those who may use a server, and what they are called. */
@NullMarked
package io.reportstream.service.access;

import org.jspecify.annotations.NullMarked;
