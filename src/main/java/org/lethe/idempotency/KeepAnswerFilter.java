package org.lethe.idempotency;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.lethe.idempotency.Idempotent.Secret;
import org.lethe.log.LogEvent;
import org.lethe.problem.Problem;

/**
 * Keeps what a request with an {@code Idempotency-Key} was answered, before its client learns it. A refused request has
 * done nothing: its key is free again. Where nobody knows what was done, it stays reserved until that is settled.
 */
@Provider
@Idempotent
@Dependent
public class KeepAnswerFilter implements ContainerResponseFilter, WriterInterceptor {

    @Inject
    IdempotencyKeys keys;

    @Inject
    NewId made;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Family family = response.getStatusInfo().getFamily();
        made.held().ifPresent(held -> {
            if (family == Family.SUCCESSFUL) {
                made.succeededWith(response.getStatus());
                if (!response.hasEntity()) {
                    keep(held, response.getStringHeaders(), Optional.empty());
                }
            } else {
                refused(held, response);
            }
        });
    }

    private void refused(Reservation held, ContainerResponseContext response) {
        made.letGo();
        boolean unknown = response.getStatus() == 500 || Problem.isOutcomeUnknown(response.getEntity());
        if (!unknown) {
            carefully(() -> keys.release(held));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Optional<Reservation> held = made.held();
        if (held.isEmpty()) {
            context.proceed();
            return;
        }
        OutputStream client = context.getOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        context.setOutputStream(written);
        context.proceed();
        keep(held.get(), context.getHeaders(), Optional.of(written.toByteArray()));
        written.writeTo(client);
    }

    private void keep(Reservation held, MultivaluedMap<String, ?> headers, Optional<byte[]> body) {
        int status = made.status();
        made.letGo();
        carefully(() -> keys.complete(
                held,
                new KeptAnswer(
                        status,
                        header(headers, HttpHeaders.LOCATION),
                        header(headers, HttpHeaders.ETAG),
                        header(headers, HttpHeaders.CONTENT_TYPE),
                        body.filter(shown -> secret() != Secret.IN_ANSWER),
                        made.body().map(KeepAnswerFilter::sha256))));
    }

    private static byte[] sha256(HashedBody request) {
        try {
            return request.sha256();
        } catch (IOException connectionLost) {
            throw new UncheckedIOException(connectionLost);
        }
    }

    /** What was done stands: its client must learn it. The request that comes again finds it by its id. */
    private static void carefully(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failed) {
            LogEvent.ANSWER_NOT_KEPT.log(failed.getMessage());
        }
    }

    private static Optional<String> header(MultivaluedMap<String, ?> headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).map(String::valueOf);
    }

    private Secret secret() {
        return resource.getResourceMethod().getAnnotation(Idempotent.class).secret();
    }
}
