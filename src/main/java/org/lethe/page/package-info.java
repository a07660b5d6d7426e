/**
 * Lists that are read a page at a time, newest first, with a cursor instead of an offset, so that the last page of a
 * long list costs what the first does. Entry: {@link org.lethe.page.PageRequest}. Knows nothing of what it lists.
 */
package org.lethe.page;
