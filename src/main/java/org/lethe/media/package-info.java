/**
 * What a file is, told by its bytes and by nothing else: its format, and what its header says of size, orientation,
 * camera and time. Entry: {@link org.lethe.media.Inspection}. Decodes no picture, inflates nothing, needs a few KiB
 * whatever the size of the file, and knows nothing of photos.
 */
package org.lethe.media;
