package org.lethe.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Draws hills under a sky, no two alike, as a camera would have left them. */
final class Landscape {

    private static final int[][] SIZES = {{1600, 1200}, {1200, 1600}, {1920, 1080}, {800, 600}};
    private static final int RIDGES = 5;
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

    private Landscape() {}

    static Path png(Path file, int seed) throws IOException {
        ImageIO.write(draw(seed), "png", file.toFile());
        return file;
    }

    /** With EXIF: the camera, and when it was taken. */
    static Path jpeg(Path file, int seed) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(draw(seed), "jpg", plain);
        TiffOutputSet exif = new TiffOutputSet();
        exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, "Lethe");
        exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MODEL, "Demo");
        String taken = EXIF_TIME.format(LocalDateTime.of(2026, 6, 1, 12, 0).plusHours(seed));
        exif.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, taken);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new ExifRewriter().updateExifMetadataLossless(plain.toByteArray(), out, exif);
        }
        return file;
    }

    private static BufferedImage draw(int seed) {
        Random random = new Random(seed);
        int[] size = SIZES[seed % SIZES.length];
        BufferedImage image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = random.nextFloat();
        sky(pen, size, hue);
        for (int ridge = 0; ridge < RIDGES; ridge++) {
            ridge(pen, size, ridge, hue, random);
        }
        pen.dispose();
        return image;
    }

    private static void sky(Graphics2D pen, int[] size, float hue) {
        Color above = Color.getHSBColor(hue, 0.55f, 0.75f);
        Color below = Color.getHSBColor(hue + 0.1f, 0.25f, 1f);
        pen.setPaint(new GradientPaint(0, 0, above, 0, size[1], below));
        pen.fillRect(0, 0, size[0], size[1]);
        pen.setColor(new Color(255, 250, 220));
        pen.fillOval(size[0] / 5, size[1] / 7, size[1] / 9, size[1] / 9);
    }

    private static void ridge(Graphics2D pen, int[] size, int ridge, float hue, Random random) {
        double wave = 1 + random.nextDouble() * 3;
        double shift = random.nextDouble() * Math.PI * 2;
        int middle = size[1] * (ridge + 3) / (RIDGES + 3);
        Polygon hill = new Polygon();
        for (int x = 0; x <= size[0]; x += 4) {
            double along = (double) x / size[0] * Math.PI * 2;
            double height = Math.sin(along * wave + shift) + Math.sin(along * wave * 2.7 + shift * 3) / 3;
            hill.addPoint(x, (int) (middle + height * size[1] / 18 + random.nextInt(3)));
        }
        hill.addPoint(size[0], size[1]);
        hill.addPoint(0, size[1]);
        pen.setColor(Color.getHSBColor(hue + 0.3f, 0.3f + ridge * 0.1f, 0.8f - ridge * 0.13f));
        pen.fillPolygon(hill);
    }
}
