package org.lethe.stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Answers 405 to HEAD of a stream: it would be opened, and nothing be answered until it ends (seen with Jersey 3.1). */
@Provider
public class RefuseHeadOfStreams implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces != null && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS)) {
            context.register(new RefuseHead());
        }
    }

    private static final class RefuseHead implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getMethod().equals(HttpMethod.HEAD)) {
                throw new NotAllowedException(HttpMethod.GET);
            }
        }
    }
}
