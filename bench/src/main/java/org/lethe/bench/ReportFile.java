package org.lethe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as a Markdown file. What is measured anew takes the place of what stood there; the rest stays, so that
 * one measurement can be repeated alone.
 */
final class ReportFile {

    private static final String TITLE = """
            # Benchmarks

            Written by `./lethe bench`, and by nobody's hand. Every ratio was measured in one run with what it is held
            against, on the machine that its section describes. The server and the broker had 512 MB of heap each; the
            database and the broker forced every commit to the disk.
            """;
    private static final String SUMMARY = "Must hold";
    private static final String HEADING = "\n## ";

    private final Path file;
    private final Map<String, String> sections = new LinkedHashMap<>();

    private ReportFile(Path file) {
        this.file = file;
    }

    static ReportFile at(Path file) throws IOException {
        ReportFile report = new ReportFile(file);
        report.sections.put(SUMMARY, "");
        if (Files.exists(file)) {
            String[] parts = Files.readString(file).split(HEADING, -1);
            Arrays.stream(parts).skip(1).forEach(part -> {
                int end = part.indexOf('\n');
                report.sections.put(
                        part.substring(0, end), part.substring(end + 1).strip());
            });
        }
        return report;
    }

    Path file() {
        return file;
    }

    void put(Section section) throws IOException {
        sections.put(section.heading(), section.text().strip());
        sections.put(SUMMARY, summary(section.figures()));
        StringBuilder text = new StringBuilder(TITLE);
        sections.forEach((heading, body) ->
                text.append(HEADING).append(heading).append("\n\n").append(body).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private String summary(List<Figure> figures) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        sections.get(SUMMARY).lines().skip(2).map(ReportFile::cells).forEach(cells -> rows.put(cells.get(0), cells));
        figures.forEach(figure -> rows.put(figure.what(), figure.cells()));
        List<List<String>> table = new ArrayList<>(List.of(Figure.COLUMNS));
        table.addAll(rows.values());
        return table(table);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", 0)).skip(1).map(String::strip).toList();
    }

    /** Markdown of rows, the first of which is the heading. */
    static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < rows.size(); n++) {
            text.append("| ").append(String.join(" | ", rows.get(n))).append(" |\n");
            if (n == 0) {
                text.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
        return text.toString().strip();
    }
}
