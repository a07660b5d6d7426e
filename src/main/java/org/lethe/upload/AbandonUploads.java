package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.lethe.photo.Photo;
import org.lethe.settings.LetheSettings;

/** Gives up the uploads that were begun and never ended, say because the node died in between. */
@Dependent
public class AbandonUploads {

    private static final int MOST = 500;

    private final Uploads uploads;
    private final UploadIntents intents;
    private final ResumableSteps steps;
    private final Duration limit;

    @Inject
    AbandonUploads(Uploads uploads, UploadIntents intents, ResumableSteps steps, LetheSettings settings) {
        this.uploads = uploads;
        this.intents = intents;
        this.steps = steps;
        this.limit = settings.upload().intentLimit();
    }

    /**
     * Gives up those older than {@code lethe.upload.intent-limit}, and resumable ones that have expired, each in a transaction of its own.
     *
     * @return how many, 1,000 at most
     */
    @Transactional
    public int overdue() {
        List<Photo> unfinished = uploads.unfinished(limit, MOST);
        unfinished.forEach(photo -> intents.abandon(photo.id(), photo.ownerId()));
        List<UUID> expired = steps.expired(MOST);
        expired.forEach(steps::end);
        return unfinished.size() + expired.size();
    }
}
