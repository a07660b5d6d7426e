package org.lethe.photo;

import org.lethe.page.Cursor;

/**
 * Photos of a deletion that follow each other, oldest first.
 *
 * @param count how many
 * @param last the place of the last of them; where they would begin when there is none
 */
public record DeletedPhotos(int count, Cursor last) {}
