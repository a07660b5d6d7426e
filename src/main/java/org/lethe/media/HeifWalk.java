package org.lethe.media;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Up to the box that describes the pictures of a HEIC or AVIF file, and on to its EXIF where that follows. */
final class HeifWalk implements Walk {

    private static final int MOST_META_BYTES = 256 << 10;
    private static final int EXIF_PREFIX_BYTES = 4;

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        Box box = Box.next(file);
        while (!box.is("meta")) {
            box.skip(file);
            box = Box.next(file);
        }
        if (box.bytesLeft(file) > MOST_META_BYTES) {
            throw new EOFException("larger than any camera makes it");
        }
        HeifItems items = new HeifItems(findings);
        byte[] meta = file.bytes((int) box.bytesLeft(file));
        try {
            items.read(new MediaBytes(new ByteArrayInputStream(meta)), meta.length);
        } catch (EOFException incomplete) {
            // what was understood of it counts
        }
        exif(items, file, findings);
    }

    /** An item of EXIF begins with how far off its TIFF header is (ISO/IEC 23008-12, A.2.1). */
    private static void exif(HeifItems items, MediaBytes file, Findings findings) throws IOException {
        boolean follows = items.exifOffset() >= file.position();
        if (follows && items.exifBytes() > EXIF_PREFIX_BYTES && items.exifBytes() <= MOST_EXIF_BYTES) {
            file.skipTo(items.exifOffset());
            long prefix = file.u32();
            if (prefix < items.exifBytes() - EXIF_PREFIX_BYTES) {
                file.skip(prefix);
                findings.exif(file.bytes((int) (items.exifBytes() - EXIF_PREFIX_BYTES - prefix)));
            }
        }
    }
}
