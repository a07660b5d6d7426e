package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lethe.problem.ExplainFailure;
import org.lethe.problem.Problem;
import org.lethe.problem.ProblemException;
import org.lethe.settings.LetheSettings;
import org.lethe.settings.UploadSettings;

/**
 * Takes many photos of one request, one after the other. Each is uploaded by itself, wholly or not at all: one that is
 * refused does not keep the others from being stored, and a body that breaks off leaves those stored that were complete.
 */
@Dependent
class UploadMany {

    private final UploadIntents intents;
    private final UploadPhoto uploadPhoto;
    private final ExplainFailure explain;
    private final UploadSettings settings;

    @Inject
    UploadMany(UploadIntents intents, UploadPhoto uploadPhoto, ExplainFailure explain, LetheSettings settings) {
        this.intents = intents;
        this.uploadPhoto = uploadPhoto;
        this.explain = explain;
        this.settings = settings.upload();
    }

    /**
     * Uploads what comes.
     *
     * @param boundary as the Content-Type says
     * @throws ProblemException 404 when the owner has no such album, 400 when there is no file in it, or the body is no
     *     multipart body from its beginning; when none was taken, what they were all refused for, or 422
     */
    FileOutcomes upload(UUID owner, UUID album, InputStream body, String boundary) {
        intents.requireAlbum(owner, album);
        List<FileOutcome> outcomes = new ArrayList<>();
        Optional<Problem> cutShort = Optional.empty();
        try {
            MultipartFiles files = new MultipartFiles(body, boundary, settings.maxBytes());
            Optional<MultipartFiles.File> file = files.next();
            while (file.isPresent() && outcomes.size() < settings.maxFiles()) {
                outcomes.add(upload(owner, album, file.get()));
                file.get().bytes().close();
                file = files.next();
            }
            cutShort = file.map(tooMany -> tooManyFiles());
        } catch (IOException broken) {
            cutShort = Optional.of(Problem.malformed("The multipart body ends or breaks before its last boundary."
                    + " Files that were complete are stored; send the others again."));
        } catch (ProblemException late) { // a file's own problem is its outcome: this is of the body
            cutShort = Optional.of(late.problem());
        }
        if (outcomes.isEmpty()) {
            throw cutShort.orElseGet(() -> Problem.malformed(
                            "There is no file in the body. A file is a part whose Content-Disposition has a filename."))
                    .exception();
        }
        return new FileOutcomes(outcomes, cutShort).requireSomeTaken();
    }

    private FileOutcome upload(UUID owner, UUID album, MultipartFiles.File file) {
        String filename = null;
        try {
            filename = UploadHeaders.filename(file.headers().get("content-disposition"));
            Optional<String> digest = UploadHeaders.sha256(file.headers().get("content-digest"));
            UploadRequest request = new UploadRequest(album, filename, -1, digest);
            return FileOutcome.uploaded(filename, uploadPhoto.upload(owner, request, file.bytes()));
        } catch (RuntimeException failed) { // whatever it is, it is this file's: the others have outcomes of their own
            return FileOutcome.failed(filename, explain.of(failed));
        }
    }

    private Problem tooManyFiles() {
        return Problem.unprocessable(
                "too-many-files",
                "One request takes " + settings.maxFiles()
                        + " files. Those before are answered each; send the others in" + " requests of their own.",
                Map.of("maxFiles", settings.maxFiles()));
    }
}
