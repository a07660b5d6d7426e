/**
 * How a photo comes in: announced, written to every storage or to none, and only then called stored. Entry:
 * {@link org.lethe.upload.UploadPhoto}. Knows nothing of how files are removed: an upload that fails is announced as
 * {@link org.lethe.upload.UploadAbandoned}, and whoever removes files takes it from there.
 */
package org.lethe.upload;
