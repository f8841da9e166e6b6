/** What a submitter sends, decoded and checked. Knows neither HTTP nor Kafka. */
@NullMarked
package io.reportstream.producer.submission;

import org.jspecify.annotations.NullMarked;
