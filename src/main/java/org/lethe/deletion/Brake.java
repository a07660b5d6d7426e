package org.lethe.deletion;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.lethe.settings.BrakeSettings;
import org.lethe.settings.LetheSettings;

/**
 * Decides whether a deletion is so large that it has to be asked for twice: against a slip of a person, a program that
 * runs wild, a stolen token. Counts only while it is switched on. With an hour's limit, the requests of one owner are counted
 * one after the other, so that those which come at the same moment do not pass it together.
 */
@Dependent
class Brake {

    private static final int PERCENT = 100;

    private final Libraries libraries;
    private final BrakeSettings settings;

    @Inject
    Brake(Libraries libraries, LetheSettings settings) {
        this.libraries = libraries;
        this.settings = settings.brake();
    }

    /**
     * What the brake says to a deletion.
     *
     * @param photos that it would delete, as far as the owner has them
     * @param heldBecause why it is to be held, if it is
     */
    record Verdict(long photos, Optional<String> heldBecause) {}

    /** Empty when the brake is off, or there is nothing to delete, which others refuse. */
    Optional<Verdict> on(DeletionRequest request) {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        long photos = count(request.owner(), request.target());
        return photos == 0
                ? Optional.empty()
                : Optional.of(
                        new Verdict(photos, share(request.owner(), photos).or(() -> rate(request.owner(), photos))));
    }

    private Optional<String> share(UUID owner, long photos) {
        if (settings.share() == PERCENT || photos < settings.shareFrom()) {
            return Optional.empty();
        }
        long library = libraries.photos(owner);
        return photos * PERCENT <= library * settings.share()
                ? Optional.empty()
                : Optional.of("It would delete " + photos + " of " + library + " photos. More than " + settings.share()
                        + " % at once have to be confirmed.");
    }

    private Optional<String> rate(UUID owner, long photos) {
        if (settings.photosPerHour() == 0) {
            return Optional.empty();
        }
        libraries.lock(owner);
        long before = libraries.deletedWithinTheHour(owner);
        return before + photos <= settings.photosPerHour()
                ? Optional.empty()
                : Optional.of(
                        "It would delete " + photos + " photos after " + before + " within the last hour. More than "
                                + settings.photosPerHour() + " in an hour have to be confirmed.");
    }

    /** Only what is wholly there: what is not is refused, not held. */
    private long count(UUID owner, DeletionTarget target) {
        if (target instanceof DeletionTarget.OfAlbum album) {
            return libraries.photosOfAlbum(owner, album.id());
        }
        if (target instanceof DeletionTarget.OfSnapshot snapshot) {
            return libraries.photosOfSnapshot(owner, snapshot.id());
        }
        long there = libraries.photosAmong(owner, target.photoIds());
        return there == target.photoIds().size() ? there : 0;
    }
}
