/**
 * Everything that can die is killed at the worst moment, and afterwards nothing may be lost. {@link
 * org.lethe.it.crash.Points} stops threads of the server at chosen points, so that one kill hits many transactions, each
 * at another point. With {@code -Dlethe.crash=all} the longer rounds run too.
 */
package org.lethe.it.crash;
