package io.reportstream.standalone;

import io.reportstream.processor.analyze.Analyzer;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "reportstream " + (version == null ? "(not packaged)" : version),
            "analyzer " + Analyzer.VERSION,
            "Java " + Runtime.version()
        };
    }
}
