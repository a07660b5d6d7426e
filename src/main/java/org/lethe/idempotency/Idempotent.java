package org.lethe.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource's method that makes something, and takes the header {@code Idempotency-Key}: with the same key, the same
 * request of the same account is carried out once within a day, and answered alike. Only what succeeded is kept; a request
 * that was refused has done nothing, and leaves its key free.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** Where a secret stands that must not be kept. */
    Secret secret() default Secret.NOWHERE;

    /** Where a secret can stand. */
    enum Secret {
        /** There is none. */
        NOWHERE,
        /** In the request: it is told from others by a hash that is as slow as a password's. */
        IN_REQUEST,
        /** In the answer: it is not kept, and the second request learns that it was the second. */
        IN_ANSWER
    }
}
