package org.lethe.idempotency;

import java.util.Optional;

/**
 * What a request was answered.
 *
 * @param body empty when there was none, or it held a secret
 */
record KeptAnswer(
        int status,
        Optional<String> location,
        Optional<String> etag,
        Optional<String> contentType,
        Optional<byte[]> body) {}
