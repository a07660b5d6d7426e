package org.lethe.reply;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A queue that replies may go to. Below one prefix only: whoever may ask may also read there, and nobody else's messages
 * come to stand among other people's.
 */
public record ReplyAddress(String queue) {

    private static final Pattern VALID = Pattern.compile("lethe\\.reply(\\.[A-Za-z0-9_-]{1,100}){1,5}");

    /** The address of this name; empty when replies may not go there. */
    public static Optional<ReplyAddress> of(String queue) {
        return VALID.matcher(queue).matches() ? Optional.of(new ReplyAddress(queue)) : Optional.empty();
    }
}
