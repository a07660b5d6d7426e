package org.lethe.bench;

import java.util.List;

/**
 * What one measurement has to say.
 *
 * @param heading names the section in the report; a later measurement of the same heading replaces it
 * @param figures its lines of the table
 * @param text Markdown: how it was measured, and the single values
 */
record Section(String heading, List<Figure> figures, String text) {

    Section {
        figures = List.copyOf(figures);
    }
}
