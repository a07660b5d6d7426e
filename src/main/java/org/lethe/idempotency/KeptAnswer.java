package org.lethe.idempotency;

import java.util.Optional;

/**
 * What a request was answered.
 *
 * @param body empty when there was none, or it held a secret
 * @param requestSha256 of the body of the request, where its fingerprint does not hold that
 */
record KeptAnswer(
        int status,
        Optional<String> location,
        Optional<String> etag,
        Optional<String> contentType,
        Optional<byte[]> body,
        Optional<byte[]> requestSha256) {}
