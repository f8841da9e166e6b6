package io.reportstream.standalone.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the server's programs are unpacked, and whether this user may run them. */
final class PostgresBinaries {
    private static final int ROOT = 0;

    private PostgresBinaries() {}

    /**
     * @param directory one that this user owns
     * @throws IllegalStateException if PostgreSQL cannot run here; the message says what to do
     */
    static void prepare(Path directory) throws IOException {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL server runs on Linux only; elsewhere start the parts"
                            + " with docker compose / 内置 PostgreSQL 仅支持 Linux，其他系统请使用 docker compose");
        }
        // PostgreSQL refuses to run as root; unshare gives it a user namespace in which we are nobody.
        boolean root = (int) Files.getAttribute(directory, "unix:uid") == ROOT;
        if (root && !LinuxUtils.isUnshareAvailable()) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root, and `unshare -U` is refused here: run as an"
                            + " ordinary user, or allow user namespaces (in Docker: --security-opt seccomp=unconfined) /"
                            + " PostgreSQL 不能以 root 运行，且此处不允许 unshare -U：请改用普通用户运行，或允许用户命名空间");
        }
        // The library unpacks into a directory that anybody may write to, in /tmp by default, so that others could
        // leave
        // programs for us to run. Below a directory of our own nobody gets there.
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty("ot.epg.working-dir", cache(directory).toString());
        }
    }

    private static Path cache(Path fallback) throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        if (Files.isDirectory(home) && Files.isWritable(home)) {
            return Directories.own(
                            Files.createDirectories(home.resolve(".cache")).resolve("reportstream"))
                    .resolve("postgres");
        }
        return Directories.own(fallback.resolve("programs")).resolve("postgres");
    }
}
