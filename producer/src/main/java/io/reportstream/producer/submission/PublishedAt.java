package io.reportstream.producer.submission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When a report was published: an ISO 8601 time with its offset, or a date, which then begins in China. */
final class PublishedAt {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int LONGEST = 40;

    private PublishedAt() {}

    static Instant parse(String value) {
        if (value.length() <= LONGEST) {
            try {
                return value.length() == "2024-01-31".length()
                        ? LocalDate.parse(value).atStartOfDay().toInstant(CHINA)
                        : OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                // Told below.
            }
        }
        throw Refusal.wrongShape(
                "publishedAt",
                "must be a date such as 2024-01-31 or a time such as 2024-01-31T09:00:00+08:00",
                "必须是日期（如 2024-01-31）或带时区的时间（如 2024-01-31T09:00:00+08:00）");
    }
}
