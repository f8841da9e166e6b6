package io.reportstream.producer.access;

import io.javalin.http.Context;
import io.reportstream.producer.submission.Refusal;
import io.reportstream.service.access.KeyFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who may submit what: whoever shows a key may submit for its source. */
public final class Access {
    private final @Nullable KeyFile keys;

    private Access(@Nullable KeyFile keys) {
        this.keys = keys;
    }

    /** Anybody who can connect may submit for any source; for servers that only this machine can reach. */
    public static Access open() {
        return new Access(null);
    }

    /**
     * Whoever has a key.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the file cannot be read, or is wrong
     */
    public static Access byKeys(Path file) {
        return new Access(new KeyFile(file));
    }

    /**
     * The sender of a request.
     *
     * @throws io.reportstream.service.ProblemException if there is no valid key
     */
    public Caller caller(Context context) {
        if (keys == null) {
            return Caller.ANYBODY;
        }
        return keys.holder(context).map(Caller::new).orElseThrow(() -> {
            context.header("WWW-Authenticate", "Bearer");
            return Refusal.UNAUTHENTICATED
                    .problem(
                            "send the key of your system, as in Authorization: Bearer KEY",
                            "请提供本系统的密钥，例如 Authorization: Bearer KEY")
                    .exception();
        });
    }
}
