/**
 * Running Lethe: the start-up that refuses to serve on a set-up that would lose something, health, metrics, the
 * conservation count. Entry: {@link org.lethe.ops.Startup}. Knows everybody; nobody knows it.
 */
package org.lethe.ops;
