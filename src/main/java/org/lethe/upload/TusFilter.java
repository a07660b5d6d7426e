package org.lethe.upload;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells in every answer, also in a refusal, which version of tus is spoken (tus 1.0.0, headers). */
@ThroughTusFilter
@Provider
public class TusFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Tus-Resumable", ThroughTusFilter.VERSION);
        response.getHeaders().putSingle("Tus-Version", ThroughTusFilter.VERSION);
    }
}
