package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.lethe.problem.ProblemException;
import org.lethe.storage.Storages;

/**
 * Makes a photo of an upload that is complete, the way that every photo comes in. When that fails for now, the upload
 * stays open with a byte to send, and the next try makes the photo; when it is refused, the upload is over.
 */
@Dependent
class CompleteUpload {

    private static final int SERVER_ERROR = 500;

    private final ResumableSteps steps;
    private final UploadPhoto uploadPhoto;
    private final Storages storages;

    @Inject
    CompleteUpload(ResumableSteps steps, UploadPhoto uploadPhoto, Storages storages) {
        this.steps = steps;
        this.uploadPhoto = uploadPhoto;
        this.storages = storages;
    }

    /** @throws ProblemException as {@link UploadPhoto#upload} does */
    Uploaded complete(UUID owner, UUID id) {
        ResumableUpload upload = steps.find(owner, id);
        UploadRequest request =
                new UploadRequest(upload.albumId(), upload.filename(), upload.bytes(), Optional.empty());
        try (InputStream bytes = new PartsOfUpload(storages, steps.parts(upload))) {
            Uploaded uploaded = uploadPhoto.upload(owner, request, bytes);
            steps.stored(id, uploaded.photo().id());
            return uploaded;
        } catch (ProblemException refused) {
            if (refused.problem().status() < SERVER_ERROR) {
                steps.end(id);
            }
            throw refused;
        } catch (IOException unreadable) {
            throw WriteUpload.cutOff(unreadable);
        }
    }
}
