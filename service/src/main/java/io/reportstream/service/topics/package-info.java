/** Topics as code: what they should be, how they differ from that, and how they become it. */
@NullMarked
package io.reportstream.service.topics;

import org.jspecify.annotations.NullMarked;
