package org.lethe.idempotency;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lethe.idempotency.Idempotent.Secret;
import org.lethe.problem.MalformedBody;
import org.lethe.problem.Problem;

/** Lets a request with an {@code Idempotency-Key} through once, and answers it alike from then on. */
@Provider
@Idempotent
@Dependent
public class ReserveKeyFilter implements ContainerRequestFilter {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Duration SOON = Duration.ofSeconds(1);

    /** By which a stream is known before it was read; it is hashed in passing, and never held in memory. */
    private static final List<String> ABOUT_STREAMS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            "Content-Digest",
            "Upload-Length",
            "Upload-Metadata");

    @Inject
    IdempotencyKeys keys;

    @Inject
    NewId made;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        List<String> headers = request.getHeaders().get(IdempotencyKey.HEADER);
        if (headers == null || headers.isEmpty()) {
            return;
        }
        IdempotencyKey key = IdempotencyKey.of(headers);
        String login = request.getSecurityContext().getUserPrincipal().getName();
        String fingerprint = fingerprint(request, login + ' ' + key.text());
        Optional<Reservation> reserved = keys.reserve(login, key, fingerprint);
        if (reserved.isPresent()) {
            made.hold(reserved.get());
            if (!isJson(request)) {
                hash(request);
            }
        } else {
            request.abortWith(again(answered(login, key, fingerprint), request));
        }
    }

    private void hash(ContainerRequestContext request) {
        HashedBody body = new HashedBody(request.getEntityStream());
        request.setEntityStream(body);
        made.comesWith(body);
    }

    private static boolean isJson(ContainerRequestContext request) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
    }

    private String fingerprint(ContainerRequestContext request, String salt) throws IOException {
        Fingerprint print = new Fingerprint()
                .with(request.getMethod())
                .with(request.getUriInfo().getRequestUri().getRawPath())
                .with(request.getUriInfo().getRequestUri().getRawQuery());
        if (isJson(request)) {
            print.with(body(request));
        } else {
            ABOUT_STREAMS.forEach(name -> print.with(request.getHeaderString(name)));
        }
        return secret() == Secret.IN_REQUEST ? print.slowText(salt) : print.text();
    }

    private static byte[] body(ContainerRequestContext request) throws IOException {
        byte[] body = MalformedBody.read(request.getEntityStream());
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private KeptAnswer answered(String login, IdempotencyKey key, String fingerprint) {
        Optional<IdempotencyKeys.UsedKey> used = keys.look(login, key);
        if (used.filter(known -> !known.fingerprint().equals(fingerprint)).isPresent()) {
            throw usedForAnother();
        }
        return used.flatMap(IdempotencyKeys.UsedKey::answer).orElseThrow(() -> Problem.conflict(
                        "idempotency-key-in-use",
                        "The first request with this Idempotency-Key has not come to an end. Send it again soon.")
                .withRetryAfter(SOON)
                .exception());
    }

    private static RuntimeException usedForAnother() {
        return Problem.unprocessable(
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request within the last "
                                + IdempotencyKeys.KEPT.toHours() + " hours. Nothing was done.",
                        Map.of())
                .exception();
    }

    /** The same answer, unless the bytes are others: then nothing was stored of them. */
    private Response again(KeptAnswer kept, ContainerRequestContext request) throws IOException {
        if (kept.requestSha256().isPresent()
                && !Arrays.equals(kept.requestSha256().get(), new HashedBody(request.getEntityStream()).sha256())) {
            throw usedForAnother();
        }
        if (secret() == Secret.IN_ANSWER) {
            throw shownOnce(kept);
        }
        Response.ResponseBuilder answer = Response.status(kept.status()).header(REPLAYED, "true");
        kept.location().map(URI::create).ifPresent(answer::location);
        kept.etag().ifPresent(etag -> answer.header(HttpHeaders.ETAG, etag));
        kept.body().ifPresent(answer::entity);
        kept.contentType().ifPresent(answer::type);
        return answer.build();
    }

    private static RuntimeException shownOnce(KeptAnswer kept) {
        Problem problem = Problem.conflict(
                "shown-once",
                "The first request with this Idempotency-Key made it; its secret was in that answer only. If that is"
                        + " lost, delete what 'Location' names, and make another with a new key.");
        return kept.location()
                .map(URI::create)
                .map(problem::withLocation)
                .orElse(problem)
                .exception();
    }

    private Secret secret() {
        return resource.getResourceMethod().getAnnotation(Idempotent.class).secret();
    }
}
