/**
 * Tests that run inside of the server, beside the product and with its resources: what one transaction over the
 * database and the broker does, and what the broker makes of a message that fails. The server is Arquillian's; the
 * database and the broker are those of the launcher, and so is the configuration.
 */
package org.lethe.it.container;
