package io.reportstream.processor.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a conversation among the pieces of a document. Its speakers take turns or are named by their part (主持人,
 * 局长); what stands once before a colon at the head of a page (播出时间:) is a field.
 */
final class Conversation {
    private static final Pattern SPEAKER =
            Pattern.compile("^(?:[\\[【]([^\\]】]{1,12})[\\]】] ?:?|([^:,。;!?、“”《》 ]{1,12}) ?:)(?! ?$)");
    private static final Pattern HOST = Pattern.compile("主持人|记者|问|答|网友.*|.*网站?|.*网|.*台|.*报");

    private final Map<String, Integer> turns = new HashMap<>();

    private Conversation() {}

    static Conversation of(List<Piece> pieces) {
        Conversation conversation = new Conversation();
        for (Piece piece : pieces) {
            String speaker = speaker(piece);
            if (speaker != null) {
                conversation.turns.merge(speaker, 1, Integer::sum);
            }
        }
        return conversation;
    }

    /** Whether two speakers at least take turns, a host among them. */
    boolean isInterview() {
        long taking = turns.values().stream().filter(count -> count > 1).count();
        return taking > 1
                && turns.keySet().stream().anyMatch(name -> HOST.matcher(name).matches());
    }

    /** Whether a piece is what a speaker says. */
    boolean isTurn(Piece piece) {
        if (!piece.isDialogue()) {
            return false;
        }
        String speaker = speaker(piece);
        if (speaker == null) {
            return piece.text().startsWith("问") || piece.text().startsWith("答");
        }
        return turns.getOrDefault(speaker, 0) > 1 || Speakers.isRole(speaker);
    }

    private static @Nullable String speaker(Piece piece) {
        Matcher speaker = SPEAKER.matcher(piece.text().substring(0, Math.min(24, piece.length())));
        if (!speaker.find()) {
            return null;
        }
        return speaker.group(1) != null ? speaker.group(1) : speaker.group(2);
    }
}
