package io.reportstream.processor.segment;

import io.reportstream.contract.Span;
import io.reportstream.processor.lexicon.Tsv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The speakers of a conversation: who asks and who answers, told from what stands before the colon of each line. */
final class Speakers {
    private static final int MAX_NAME = 20;
    private static final List<String> HOSTS = surfaces("HOST");
    private static final List<String> GUESTS = surfaces("GUEST");

    /** One of the public, whose own name follows: 网友“山里娃”. */
    private static final List<String> AUDIENCE = List.of("网友", "网民", "听众", "观众", "市民", "热心网友", "群众", "读者", "来电");

    /** A turn: whether the host speaks, and where the speech begins behind the name. */
    record Turn(boolean host, int speech) {}

    private final String text;
    private final Map<String, Boolean> hostByName;

    private Speakers(String text, Map<String, Boolean> hostByName) {
        this.text = text;
        this.hostByName = hostByName;
    }

    /**
     * Finds the speakers. Without a host there is no conversation: then a colon at the start of a line means something
     * else, unless {@code interview} says that the document is one.
     */
    static Speakers of(String text, List<Span> lines, boolean interview) {
        Map<String, Integer> count = new HashMap<>();
        Map<String, Integer> questions = new HashMap<>();
        for (Span line : lines) {
            String name = name(text, line);
            if (name != null) {
                count.merge(name, 1, Integer::sum);
                questions.merge(name, endsAsking(text, line) ? 1 : 0, Integer::sum);
            }
        }
        Map<String, Boolean> hostByName = new HashMap<>();
        Set<String> others = new HashSet<>();
        count.forEach((name, times) -> {
            if (endsWith(name, HOSTS) || AUDIENCE.stream().anyMatch(name::startsWith)) {
                hostByName.put(name, true);
            } else if (endsWith(name, GUESTS) || times > 1) {
                others.add(name);
            }
        });
        if (hostByName.isEmpty() && !(interview && others.size() > 1)) {
            return new Speakers(text, Map.of());
        }
        boolean hostKnown = !hostByName.isEmpty();
        for (String name : others) {
            int asked = questions.getOrDefault(name, 0);
            hostByName.put(name, !hostKnown && 2 * asked > count.getOrDefault(name, 0));
        }
        return new Speakers(text, hostByName);
    }

    /** The turn that begins with {@code line}; null where the line begins none. */
    @Nullable
    Turn turn(Span line) {
        String name = hostByName.isEmpty() ? null : name(text, line);
        Boolean host = name == null ? null : hostByName.get(name);
        if (host == null) {
            return null;
        }
        int speech = colon(text, line) + 1;
        while (speech < line.end() && Numbering.isSpace(text.charAt(speech))) {
            speech++;
        }
        return new Turn(host, speech);
    }

    /** What stands before the first colon of a line, if it can be a name: short, letters only; brackets are left out. */
    private static @Nullable String name(String text, Span line) {
        int colon = colon(text, line);
        if (colon < 0) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        for (int i = line.start(); i < colon; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || (Character.isDigit(c) && name.length() > 0)) {
                name.append(c);
            } else if ("[]【】()·“”\"".indexOf(c) < 0 && !Numbering.isSpace(c)) {
                return null;
            }
        }
        return name.length() == 0 ? null : name.toString();
    }

    private static int colon(String text, Span line) {
        int limit = Math.min(line.end(), line.start() + MAX_NAME);
        for (int i = line.start(); i < limit; i++) {
            if (text.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    private static boolean endsAsking(String text, Span line) {
        return text.charAt(line.end() - 1) == '?';
    }

    /** Whether a name says by itself that somebody asks or answers: 主持人, 李局长. */
    static boolean isRole(String name) {
        return endsWith(name, HOSTS) || endsWith(name, GUESTS);
    }

    private static boolean endsWith(String name, List<String> surfaces) {
        return surfaces.stream().anyMatch(name::endsWith);
    }

    private static List<String> surfaces(String role) {
        List<String> surfaces = new ArrayList<>();
        for (Tsv.Row row : Tsv.load("lexicon/speaker.tsv").rows()) {
            if (row.text("role").equals(role)) {
                surfaces.add(row.text("surface"));
            } else if (!row.text("role").equals("HOST") && !row.text("role").equals("GUEST")) {
                throw row.error("role is HOST or GUEST");
            }
        }
        return surfaces;
    }
}
