/**
 * Starts one Lethe on this machine: the database, the broker and the server, each as a process of its own.
 *
 * <p>The entries are {@link org.lethe.launcher.Main} for a person and {@link org.lethe.launcher.Installation} for
 * programs. It knows how the three are started, watched and stopped, and where their data lie; it knows nothing of
 * what the product does.
 */
package org.lethe.launcher;
