/**
 * Photos and their files: upload to every storage or not at all, lists, metadata, content. Entry:
 * {@link org.lethe.photo.UploadPhoto}. Knows nothing of how files are removed: an upload that fails is announced as
 * {@link org.lethe.photo.UploadAbandoned}, and whoever removes files takes it from there.
 */
package org.lethe.photo;
