/**
 * Photos and their files: lists, metadata, content. Entry: {@link org.lethe.photo.PhotosResource}. Knows nothing of how
 * photos come in or are removed.
 */
package org.lethe.photo;
