/**
 * Server-Sent Events (HTML Living Standard, 9.2) to many clients at once, which hold no thread but while they are written to:
 * how many there may be, what each has seen, who is slow or gone. Entry: {@link org.lethe.stream.EventStream}. Knows nothing
 * of what is told.
 */
package org.lethe.stream;
