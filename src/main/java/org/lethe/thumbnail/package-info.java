/**
 * Smaller pictures of photos, drawn after the upload by message-driven beans and kept on every storage like any file.
 * Entry: {@link org.lethe.thumbnail.MakeThumbnails}. A row says which photo still waits for them
 * ({@link org.lethe.thumbnail.PendingThumbnails}); a message is only the push, and a lost one costs time. Knows nothing
 * of how files are removed: whoever plans a removal takes the photo's row away first.
 */
package org.lethe.thumbnail;
