package org.lethe.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Answers 413 to a body of JSON that is larger than any operation needs: it is held in memory as a whole, so a single one
 * could use up all of it. What is streamed has limits of its own.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BoundedBody implements ReaderInterceptor {

    /** As many ids as one deletion may ever name, with room to spare. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json")) {
            context.setInputStream(new Bounded(context.getInputStream()));
        }
        return context.proceed();
    }

    static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false; // what is read again would be counted again
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.tooLarge(MOST_BYTES).exception();
            }
        }
    }
}
