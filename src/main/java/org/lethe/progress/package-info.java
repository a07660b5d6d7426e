/**
 * Shows how deletions go on while they do, as Server-Sent Events. Entry: {@link org.lethe.progress.ProgressResource}, then
 * {@link org.lethe.progress.ProgressStreams}. Asks the rows and changes nothing; nobody needs it.
 */
package org.lethe.progress;
