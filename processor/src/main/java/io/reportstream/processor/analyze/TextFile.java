package io.reportstream.processor.analyze;

import io.reportstream.contract.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a text that does not say how it is encoded. */
final class TextFile {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextFile() {}

    /**
     * UTF-8 where the bytes are valid UTF-8, else GB18030. A byte order mark stays, so that offsets count what is there.
     *
     * @throws IOException if there are more than {@link Topic#MAX_RAW_BYTES} bytes, or reading fails
     */
    static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Topic.MAX_RAW_BYTES + 1);
        if (bytes.length > Topic.MAX_RAW_BYTES) {
            throw new IOException("longer than " + Topic.MAX_RAW_BYTES + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }
}
