package org.lethe.stream;

/**
 * One event.
 *
 * @param id what its client has seen once it has this one
 * @param name of its kind
 * @param data becomes JSON
 */
public record StreamEvent(String id, String name, Object data) {}
