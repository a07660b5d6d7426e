package org.lethe.media;

import java.io.IOException;
import java.time.Instant;

/** From box to box of a movie, into those that describe it (ISO/IEC 14496-12, 8; QuickTime File Format). */
final class MovieWalk implements Walk {

    /** Seconds from 1904-01-01, from which movies count, to 1970-01-01. */
    private static final long FROM_1904 = 2_082_844_800L;

    /** Before it no camera made movies; some leave the clock at 1904 or 1970. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public void through(MediaBytes file, Findings findings) throws IOException {
        boolean described = false;
        while (!described) {
            Box box = Box.next(file);
            if (box.is("moov")) {
                inside(box, file, findings);
                described = true;
            } else {
                box.skip(file);
            }
        }
    }

    private static void inside(Box parent, MediaBytes file, Findings findings) throws IOException {
        while (file.position() < parent.end()) {
            Box box = Box.next(file);
            if (box.is("trak") && !parent.is("trak")) {
                inside(box, file, findings);
            } else if (box.is("mvhd")) {
                created(file, findings);
            } else if (box.is("tkhd")) {
                track(box, file, findings);
            }
            box.skip(file);
        }
    }

    private static void created(MediaBytes file, Findings findings) throws IOException {
        int version = file.u8();
        file.skip(3);
        long seconds = version == 1 ? file.i64() : file.u32();
        if (seconds > 0 && seconds < LATEST.getEpochSecond()) {
            Instant at = Instant.ofEpochSecond(seconds - FROM_1904);
            if (at.isAfter(EARLIEST)) {
                findings.taken(at);
            }
        }
    }

    /** Width and height are the last two numbers, each with 16 binary places; sound has none. */
    private static void track(Box box, MediaBytes file, Findings findings) throws IOException {
        file.skipTo(box.end() - 8);
        long width = file.u32() >> 16;
        long height = file.u32() >> 16;
        if (width > 0 && height > 0) {
            findings.size(width, height);
        }
    }
}
