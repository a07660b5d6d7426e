package org.lethe.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, read once from the first on. Numbers are big-endian unless they say otherwise. One thread. */
final class MediaBytes {

    private final InputStream in;
    private long position;

    MediaBytes(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read or left out. */
    long position() {
        return position;
    }

    /** @throws EOFException when there is none */
    int u8() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        position++;
        return value;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    int u24() throws IOException {
        return u16() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    /** The highest bit counts as a sign. */
    long i64() throws IOException {
        return u32() << 32 | u32();
    }

    int u16le() throws IOException {
        return u8() | u8() << 8;
    }

    int u24le() throws IOException {
        return u16le() | u8() << 16;
    }

    long u32le() throws IOException {
        return u16le() | (long) u16le() << 16;
    }

    /** Four characters that name a part of a file. */
    String name() throws IOException {
        return new String(bytes(4), ISO_8859_1);
    }

    /** @throws EOFException when there are fewer */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        position += bytes.length;
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /** @throws EOFException when there are fewer */
    void skip(long count) throws IOException {
        in.skipNBytes(count);
        position += count;
    }

    void skipTo(long target) throws IOException {
        skip(target - position);
    }
}
