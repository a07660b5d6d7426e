package org.lethe.problem;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * What {@link ThrowableMapper} does, for transactions whose commit failed: Jersey has a mapper of its own for their
 * exceptions, which answers 500 (seen with 3.1, {@code TransactionalExceptionMapper}); this one goes before it.
 */
@Provider
@Priority(1)
public class FailedCommitMapper implements ExceptionMapper<TransactionalException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(TransactionalException exception) {
        return ThrowableMapper.answer(exception, request);
    }
}
