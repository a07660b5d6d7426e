package org.lethe.media;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Camera, time and orientation from a TIFF structure. What a maker, or anybody, put into it beyond that is left alone. */
final class Exif {

    private static final String EXIF_PREFIX = "Exif\0\0";
    private static final int OLDEST_PHOTO = 1826;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Exif() {}

    /** Never fails: what cannot be understood is not known. */
    static MediaFacts in(byte[] tiff) {
        Metadata metadata = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(tiff), new OnlyDirectories(metadata), start(tiff));
        } catch (TiffProcessingException | IOException | RuntimeException broken) {
            // A stranger's bytes: what was read before the broken place counts.
        }
        return facts(metadata);
    }

    private static int start(byte[] tiff) {
        boolean prefixed = tiff.length > EXIF_PREFIX.length()
                && new String(tiff, 0, EXIF_PREFIX.length(), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .equals(EXIF_PREFIX);
        return prefixed ? EXIF_PREFIX.length() : 0;
    }

    private static MediaFacts facts(Metadata metadata) {
        Optional<Directory> main = Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class));
        Optional<Directory> exif = Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class));
        LocalDateTime time = time(exif, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)
                .or(() -> time(exif, ExifSubIFDDirectory.TAG_DATETIME_DIGITIZED))
                .orElse(null);
        return new MediaFacts(
                null,
                null,
                main.map(tags -> tags.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                        .filter(value -> value >= 1 && value <= 8)
                        .orElse(null),
                time,
                time == null ? null : offset(exif).orElse(null),
                main.map(tags -> Wording.of(tags.getString(ExifIFD0Directory.TAG_MAKE)))
                        .orElse(null),
                main.map(tags -> Wording.of(tags.getString(ExifIFD0Directory.TAG_MODEL)))
                        .orElse(null));
    }

    private static Optional<LocalDateTime> time(Optional<Directory> tags, int tag) {
        try {
            return tags.map(directory -> directory.getString(tag))
                    .map(text -> LocalDateTime.parse(text.strip(), TIME))
                    .filter(time -> time.getYear() >= OLDEST_PHOTO);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(Optional<Directory> tags) {
        try {
            return tags.flatMap(directory -> Stream.of(
                                    ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL, ExifSubIFDDirectory.TAG_TIME_ZONE)
                            .map(directory::getString)
                            .filter(text -> text != null)
                            .findFirst())
                    .map(text -> ZoneOffset.of(text.strip()));
        } catch (DateTimeException notAnOffset) {
            return Optional.empty();
        }
    }

    /** Makers' notes, XMP, profiles and other formats within are passed over: nothing of them is asked for. */
    private static final class OnlyDirectories extends ExifTiffHandler {

        OnlyDirectories(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean customProcessTag(
                int tagOffset,
                Set<Integer> processedIfdOffsets,
                int tiffHeaderOffset,
                RandomAccessReader reader,
                int tagId,
                int byteCount) {
            return false;
        }
    }
}
