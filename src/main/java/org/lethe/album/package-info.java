/**
 * Albums: an owner's named sets of photos. Entry: {@code AlbumsResource}. A deleted album hides its photos by itself,
 * whatever their rows say; who deletes it stands in {@code org.lethe.deletion}.
 */
package org.lethe.album;
