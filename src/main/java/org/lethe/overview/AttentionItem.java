package org.lethe.overview;

import java.time.Instant;
import java.util.Map;

/**
 * Something that needs a person.
 *
 * @param kind what it is, one of a few: see the API's description
 * @param severity ALARM: something is stuck or at risk; WARN: it will be; INFO: somebody has decided it so
 * @param count how many of them
 * @param subject which ones, in a name; null where the kind says it all
 * @param facts what the text says, for whoever says it in another language
 * @param since when it began; null when that is not known
 * @param text all of it in a sentence, in English
 * @param link the console's page where it is handled
 */
public record AttentionItem(
        String kind,
        String severity,
        long count,
        String subject,
        Map<String, String> facts,
        Instant since,
        String text,
        String link) {

    public AttentionItem {
        facts = Map.copyOf(facts);
    }
}
