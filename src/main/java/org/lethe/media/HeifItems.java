package org.lethe.media;

import java.io.IOException;

/** What the meta box of a HEIC or AVIF file says of its items: sizes, and where the EXIF lies. */
final class HeifItems {

    private final Findings findings;
    private long exifItem = -1;
    private long exifOffset = -1;
    private long exifBytes;

    HeifItems(Findings findings) {
        this.findings = findings;
    }

    /** From the file's beginning; negative when it is not there. */
    long exifOffset() {
        return exifOffset;
    }

    long exifBytes() {
        return exifBytes;
    }

    void read(MediaBytes meta, long end) throws IOException {
        meta.skip(4);
        inside(end, meta);
    }

    private void inside(long end, MediaBytes meta) throws IOException {
        while (meta.position() < end) {
            Box box = Box.next(meta);
            switch (box.name()) {
                case "iprp", "ipco" -> inside(Math.min(box.end(), end), meta);
                case "ispe" -> {
                    meta.skip(4);
                    findings.size(meta.u32(), meta.u32());
                }
                case "iinf" -> entries(box, meta);
                case "iloc" -> locations(meta);
                default -> {}
            }
            box.skip(meta);
        }
    }

    /** ISO/IEC 14496-12, 8.11.6. */
    private void entries(Box parent, MediaBytes meta) throws IOException {
        int version = meta.u8();
        meta.skip(3L + (version == 0 ? 2 : 4));
        while (meta.position() < parent.end()) {
            Box box = Box.next(meta);
            int entryVersion = meta.u8();
            meta.skip(3);
            long id = entryVersion >= 3 ? meta.u32() : meta.u16();
            meta.skip(2);
            if (entryVersion >= 2 && meta.name().equals("Exif")) {
                exifItem = id;
            }
            box.skip(meta);
        }
    }

    /** ISO/IEC 14496-12, 8.11.3. */
    private void locations(MediaBytes meta) throws IOException {
        int version = meta.u8();
        meta.skip(3);
        int sizes = meta.u16();
        long items = version < 2 ? meta.u16() : meta.u32();
        for (long n = 0; n < items; n++) {
            long id = version < 2 ? meta.u16() : meta.u32();
            int method = version == 0 ? 0 : meta.u16() & 0xf;
            meta.skip(2);
            long base = number(sizes >> 4 & 0xf, meta);
            extents(id == exifItem && method == 0, base, version, sizes, meta);
        }
    }

    private void extents(boolean isExif, long base, int version, int sizes, MediaBytes meta) throws IOException {
        int extents = meta.u16();
        for (int extent = 0; extent < extents; extent++) {
            number(version == 0 ? 0 : sizes & 0xf, meta);
            long offset = number(sizes >> 12 & 0xf, meta);
            long length = number(sizes >> 8 & 0xf, meta);
            if (isExif && extents == 1) {
                exifOffset = base + offset;
                exifBytes = length;
            }
        }
    }

    private static long number(int bytes, MediaBytes meta) throws IOException {
        long number = 0;
        for (int n = 0; n < bytes; n++) {
            number = number << 8 | meta.u8();
        }
        return number;
    }
}
