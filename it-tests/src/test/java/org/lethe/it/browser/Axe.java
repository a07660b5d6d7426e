package org.lethe.it.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** axe-core, as scripts for the page. */
final class Axe {
    static final String SCRIPT = read("/axe.min.js");

    static final String RUN = run("['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']");

    /** What depends on the colours. */
    static final String RUN_OF_CONTRAST = run("{type: 'rule', values: ['color-contrast']}");

    private static String run(String only) {
        return "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations'], runOnly: " + only + "})"
                + ".then(found => done(found.violations.map(rule => rule.id + ': ' + rule.nodes.map(node =>"
                + " node.target.join(' ') + ' ' + node.failureSummary.split('\\n')[1]).slice(0, 3).join('; '))),"
                + " failed => done([String(failed)]))";
    }

    private Axe() {}

    private static String read(String resource) {
        try (InputStream content = Axe.class.getResourceAsStream(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
