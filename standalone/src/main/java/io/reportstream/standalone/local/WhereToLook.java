package io.reportstream.standalone.local;

import io.reportstream.service.Settings;
import java.io.PrintWriter;
import java.util.Map;

/** Commands that can be pasted into a shell to use a running stream. */
public final class WhereToLook {
    private final DataDirectory directory;
    private final Settings settings;

    public WhereToLook(DataDirectory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    public void print(PrintWriter out) {
        Map<String, Object> store = settings.passThrough("store.");
        String intake =
                "http://127.0.0.1:" + settings.passThrough("producer.http.").get("port");
        String jdbc = store.get("jdbc.url").toString();
        String psql = jdbc.replaceFirst("^jdbc:postgresql://", "postgresql://" + store.get("user") + "@");
        String kafka = settings.passThrough("kafka.").get("bootstrap.servers").toString();
        out.println();
        out.println("submit    curl -sS '" + intake
                + "/v1/reports?source=me' -H 'Content-Type: text/plain; charset=utf-8'" + " --data-binary @report.txt");
        out.println("query     PGPASSWORD=$(cat " + directory.postgres().resolve("password") + ") psql " + psql
                + " -c 'select * from report'");
        out.println("consume   kafka-console-consumer.sh --bootstrap-server " + kafka
                + " --topic reports.metrics --from-beginning --isolation-level read_committed");
        out.println("settings  " + directory.connectionFile() + " (for --config)");
        out.println("log       " + directory.log());
        out.println();
    }
}
