package org.lethe.broker;

/** The broker did not answer a question about itself within {@code lethe.broker.call-timeout}, or refused it. */
public class BrokerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
