/**
 * {@code ./lethe upload} and {@code ./lethe delete}: the commands with which a person uses a Lethe, here or elsewhere.
 * Entry: {@link org.lethe.client.Client}. They know nothing but the REST API, as any client.
 */
package org.lethe.client;
