package org.lethe.bench;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What the measuring machine is, without its name. */
final class Machine {

    private static final long KIB_PER_GIB = 1L << 20;

    private Machine() {}

    /** One line of Markdown. */
    static String describe(Path work) throws IOException, InterruptedException {
        FileStore store = Files.getFileStore(work);
        return String.format(
                Locale.ROOT,
                "Measured on %s: %d processors (%s), %s GiB memory, Linux %s, %s (mounted %s), JDK %s.",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                gibibytes(),
                System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
                store.type(),
                Programs.output("findmnt", "-n", "-o", "OPTIONS", "--target", work.toString()),
                System.getProperty("java.version"));
    }

    private static String gibibytes() throws IOException {
        String total = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return total.isEmpty() ? "?" : Long.toString(Math.round((double) Long.parseLong(total) / KIB_PER_GIB));
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }
}
