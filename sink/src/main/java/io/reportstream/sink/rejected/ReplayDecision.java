package io.reportstream.sink.rejected;

import io.reportstream.contract.Reason;
import io.reportstream.contract.Topic;

/**
 * Whether a rejection is sent back, and why not.
 *
 * @param replay whether its payload goes to {@code reports.raw}
 * @param why for people
 */
public record ReplayDecision(RejectionSummary rejection, boolean replay, String why) {
    /**
     * Decides without doing anything.
     *
     * @param force also what is stored, on its way, or was sent too often; never what cannot be sent
     * @param maxReplays how often one revision may be sent back: what fails every time must not go round for ever
     */
    static ReplayDecision of(RejectionSummary rejection, boolean force, int maxReplays) {
        if (!rejection.origin().topic().equals(Topic.RAW.topicName()) && rejection.reason() != Reason.ROW_REFUSED) {
            return no(
                    rejection,
                    "its payload is no raw report; it was read from "
                            + rejection.origin().topic());
        }
        if (rejection.payloadBytes() == 0) {
            return no(rejection, "it has no payload");
        }
        if (force) {
            return new ReplayDecision(rejection, true, "");
        }
        return switch (rejection.state()) {
            case RESOLVED -> no(rejection, "the report is stored");
            case REPLAYED -> no(rejection, "it is on its way already");
            case REJECTED_AGAIN -> no(rejection, "a later rejection of this revision stands for it");
            case OPEN ->
                rejection.replays() < maxReplays
                        ? new ReplayDecision(rejection, true, "")
                        : no(rejection, "it was replayed " + rejection.replays() + " times, the most allowed");
        };
    }

    private static ReplayDecision no(RejectionSummary rejection, String why) {
        return new ReplayDecision(rejection, false, why);
    }
}
