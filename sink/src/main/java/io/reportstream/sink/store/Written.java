package io.reportstream.sink.store;

import java.util.Set;

/**
 * What a batch changed.
 *
 * @param reports ids of the reports whose rows were written; those whose stored revision is newer are not among them
 * @param deleted number of reports that were removed
 * @param rejections number of rejections that were not there before
 */
public record Written(Set<String> reports, int documents, int sections, int metrics, int deleted, int rejections) {
    public Written {
        reports = Set.copyOf(reports);
    }
}
