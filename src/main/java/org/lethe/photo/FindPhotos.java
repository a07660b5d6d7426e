package org.lethe.photo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.lethe.page.PageRequest;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.storage.FileKey;

/** What an owner sees of the photos. Another owner's photo and one that never was are answered alike. */
@Dependent
class FindPhotos {

    private final Photos photos;

    @Inject
    FindPhotos(Photos photos) {
        this.photos = photos;
    }

    /** A photo and the key of its original. */
    record WithOriginal(Photo photo, FileKey original) {}

    /**
     * One photo.
     *
     * @throws ProblemException 404 when the owner sees no such photo
     */
    @Transactional
    Photo one(UUID owner, UUID id) {
        return photos.visible(owner, id)
                .orElseThrow(() -> Problem.notFound("photo", id).exception());
    }

    /** As {@link #one}, with where its bytes are. */
    @Transactional
    WithOriginal original(UUID owner, UUID id) {
        Photo photo = one(owner, id);
        return new WithOriginal(photo, photos.original(photo));
    }

    /**
     * A page of an album's photos.
     *
     * @throws ProblemException 404 when the owner sees no such album
     */
    @Transactional
    List<Photo> inAlbum(UUID owner, UUID album, PageRequest page) {
        if (!photos.albumVisible(owner, album)) {
            throw Problem.notFound("album", album).exception();
        }
        return photos.visibleInAlbum(owner, album, page);
    }
}
