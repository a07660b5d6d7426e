/**
 * Tests against the running product, over HTTP, with the database, the broker and the storages looked at from outside.
 * Entry: {@link org.lethe.it.Lethe} starts an installation, {@link org.lethe.it.LetheClient} uses it,
 * {@link org.lethe.it.InvariantChecker} says whether it kept its promises. Knows no class of the product.
 */
package org.lethe.it;
