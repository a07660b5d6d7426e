package org.lethe.upload;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.lethe.media.BrokenMediaException;
import org.lethe.media.Inspection;
import org.lethe.media.MediaFacts;
import org.lethe.media.MediaFormat;
import org.lethe.media.TooManyPixelsException;
import org.lethe.problem.Problem;
import org.lethe.settings.LetheSettings;
import org.lethe.storage.FileKey;
import org.lethe.storage.FileSink;
import org.lethe.storage.Storages;

/** Streams a file to every storage at the same time, and reads on the way what it says of itself. */
@Dependent
class WriteUpload {

    private final Storages storages;
    private final long maxPixels;

    @Inject
    WriteUpload(Storages storages, LetheSettings settings) {
        this.storages = storages;
        this.maxPixels = settings.upload().maxPixels();
    }

    /** What stands on every storage now, and what it says of itself. */
    record Written(StoredBytes bytes, MediaFacts facts) {}

    /**
     * Writes the file; on return it is synced to disk everywhere.
     *
     * @param check looks at what arrived before it is made to last, and throws to refuse it
     */
    Written toEveryStorage(FileKey key, IncomingFile file, MediaFormat format, Consumer<StoredBytes> check) {
        try (FileSink sink = storages.create(key)) {
            file.into(sink);
            MediaFacts facts = new Inspection(maxPixels).of(format, file);
            StoredBytes bytes = file.rest();
            check.accept(bytes);
            sink.commit();
            return new Written(bytes, facts);
        } catch (IOException connectionLost) {
            throw cutOff(connectionLost);
        } catch (BrokenMediaException broken) {
            throw Problem.unsupportedMediaType(broken.getMessage() + " Accepted are " + MediaFormat.accepted() + ".")
                    .withExtra(Map.of("accepted", acceptedTypes()))
                    .exception(broken);
        } catch (TooManyPixelsException tooMany) {
            throw Problem.unprocessable(
                            "too-many-pixels",
                            "The file is refused, because " + tooMany.getMessage() + ".",
                            Map.of("maxPixels", maxPixels))
                    .exception(tooMany);
        }
    }

    static RuntimeException cutOff(IOException connectionLost) {
        return Problem.malformed("The body ended before it was complete. Upload the photo again.")
                .exception(connectionLost);
    }

    static java.util.List<String> acceptedTypes() {
        return java.util.Arrays.stream(MediaFormat.values())
                .map(MediaFormat::contentType)
                .toList();
    }
}
