/** What each sentence is about: achievement, problem, plan or something else. */
@NullMarked
package io.reportstream.processor.classify;

import org.jspecify.annotations.NullMarked;
