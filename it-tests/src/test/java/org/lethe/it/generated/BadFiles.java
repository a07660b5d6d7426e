package org.lethe.it.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.lethe.it.generated.RawRequest.Framing;

/** Uploads that cannot be accepted, into an album that is there. */
final class BadFiles {
    private static final String BOUNDARY = "a-boundary";
    private static final int ACROSS = 60_000;

    private final Random random;

    BadFiles(Random random) {
        this.random = random;
    }

    RawRequest of(RawRequest request) {
        return switch (random.nextInt(8)) {
            case 0 -> request.as("an upload without a body").withBody(new byte[0]);
            case 1 -> otherDigest(request);
            case 2 ->
                request.as("an upload that breaks off")
                        .withBody(Fixtures.jpeg())
                        .withFraming(Framing.TRUNCATED);
            case 3 ->
                request.as("an upload of what is no picture")
                        .withBody(
                                BadJson.utf8(pick(List.of("text", "<svg onload='x'/>", "GIF8", "\u0000", "%PDF-1.7"))));
            case 4 -> request.as("a picture that unpacks to billions of pixels").withBody(bomb(ACROSS, ACROSS));
            case 5 -> request.as("a picture with an impossible size").withBody(bomb(impossible(), impossible()));
            case 6 -> otherType(request);
            default -> multipart(request);
        };
    }

    private RawRequest otherDigest(RawRequest request) {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        return request.as("an upload whose digest is another")
                .with("Content-Digest: sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':')
                .withBody(Fixtures.jpeg());
    }

    private RawRequest otherType(RawRequest request) {
        List<String> types = List.of("text/html", "application/octet-stream", "image", "a/b/c", "application/zip", ";");
        return request.as("an upload of a type that is not accepted")
                .replacing("Content-Type", "Content-Type: " + pick(types))
                .withBody(BadJson.utf8("no picture"));
    }

    private int impossible() {
        return pick(List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    private RawRequest multipart(RawRequest request) {
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.jpg\"\r\n\r\n";
        List<String> bodies = List.of(
                "",
                "--" + BOUNDARY,
                "--" + BOUNDARY + "--\r\n",
                part,
                part + "no picture",
                part + "no picture\r\n--" + BOUNDARY + "--\r\n",
                "--" + BOUNDARY + "\r\n\r\n\r\n--" + BOUNDARY + "--\r\n",
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + "x".repeat(20_000)
                        + "\"\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n",
                "--" + BOUNDARY + "\r\nno colon\r\n\r\nx\r\n--" + BOUNDARY + "--\r\n",
                part.replace("x.jpg", "../../../../etc/passwd\u0000") + "x\r\n--" + BOUNDARY + "--\r\n",
                (part + "x\r\n").repeat(3000) + "--" + BOUNDARY + "--\r\n",
                part.replace("form-data", "nothing") + "x\r\n--other--\r\n");
        String type = pick(List.of(
                "multipart/form-data; boundary=" + BOUNDARY,
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/mixed; boundary=" + BOUNDARY));
        RawRequest broken = request.as("multipart that is broken")
                .replacing("Content-Type", "Content-Type: " + type)
                .withBody(pick(bodies).getBytes(ISO_8859_1));
        return random.nextInt(4) == 0 ? broken.withFraming(Framing.TRUNCATED) : broken;
    }

    /** A PNG that says that it is this large and has hardly any bytes. */
    private static byte[] bomb(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        writeInt(header, width);
        writeInt(header, height);
        header.writeBytes(new byte[] {8, 6, 0, 0, 0});
        chunk(png, "IHDR", header.toByteArray());
        chunk(png, "IDAT", zeros());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] zeros() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[1 << 20]);
        deflater.finish();
        byte[] packed = new byte[1 << 14];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        writeInt(png, data.length);
        byte[] name = type.getBytes(US_ASCII);
        png.writeBytes(name);
        png.writeBytes(data);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        writeInt(png, (int) sum.getValue());
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        out.writeBytes(new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
