package io.reportstream.producer.replay;

import io.reportstream.contract.Topic;
import io.reportstream.producer.submission.LineReader;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.producer.submission.Submission;
import io.reportstream.producer.submission.SubmissionJson;
import io.reportstream.producer.submission.TextDecoder;
import io.reportstream.service.Problem;
import io.reportstream.service.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the reports of a file, by the same rules as the HTTP intake. */
final class FileReader {
    private final String source;

    /** @param source of texts, and of JSON that names none */
    FileReader(String source) {
        this.source = source;
    }

    /** Gets the reports of a file one by one. */
    interface Reports {
        void submission(String name, Submission submission) throws IOException;

        void refused(String name, Problem problem);
    }

    void read(Path file, Reports reports) throws IOException {
        String name = file.getFileName().toString();
        switch (ReportFiles.Kind.of(file)) {
            case TEXT -> {
                byte[] bytes = whole(file);
                one(name, () -> text(bytes), reports);
            }
            case JSON -> {
                byte[] bytes = whole(file);
                one(name, () -> json(bytes), reports);
            }
            case LINES -> lines(name, file, reports);
        }
    }

    private void lines(String name, Path file, Reports reports) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader reader = new LineReader(in, Topic.MAX_RAW_BYTES);
            for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
                byte[] bytes = line.bytes();
                one(name + ":" + line.number(), () -> json(bytes), reports);
            }
        }
    }

    private static void one(String name, Supplier<Submission> read, Reports reports) throws IOException {
        Submission submission;
        try {
            submission = read.get();
        } catch (ProblemException e) {
            reports.refused(name, e.problem());
            return;
        }
        reports.submission(name, submission);
    }

    private Submission text(byte[] bytes) {
        return new Submission(null, source, null, decode(bytes, null), null, null, Map.of(), null);
    }

    private Submission json(byte @Nullable [] bytes) {
        return SubmissionJson.read(decode(bytes, "UTF-8"), source);
    }

    private static String decode(byte @Nullable [] bytes, @Nullable String charset) {
        if (bytes == null || bytes.length > Topic.MAX_RAW_BYTES) {
            throw Refusal.tooLong(Topic.MAX_RAW_BYTES);
        }
        return TextDecoder.decode(bytes, charset);
    }

    /** One byte more than the limit tells that there are more. */
    private static byte[] whole(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Topic.MAX_RAW_BYTES + 1);
        }
    }
}
