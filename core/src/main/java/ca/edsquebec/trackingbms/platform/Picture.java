package ca.edsquebec.trackingbms.platform;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that somebody uploaded, drawn anew: of the file nothing is kept but what is seen, no
 * metadata (places, names) and nothing that hides behind it.
 *
 * @param png to be served as {@code image/png}
 * @param width pixels
 * @param height pixels
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Picture(byte[] png, int width, int height) {

  /** What may be uploaded: 1 MB. */
  public static final int MAX_BYTES = 1 << 20;

  /** Each side, in pixels: 16 MB of memory while it is read. */
  public static final int MAX_SIDE = 2_000;

  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  /**
   * Reads what was uploaded. Which format it is is told by its content, not by its name. PNG and
   * JPEG; not SVG, which is a program as much as a picture, nor WebP, which the JDK can't read.
   *
   * @param field what the caller calls it
   * @throws InvalidException when it is neither, is broken, or too large
   */
  public static Picture read(String field, byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new InvalidException(field, "the picture is larger than 1 MB");
    }
    if (!looksLikePngOrJpeg(file)) {
      throw noPicture(field);
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw noPicture(field);
      }
      ImageReader reader = readers.next();
      try {
        return read(field, reader, in);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw noPicture(field);
    }
  }

  private static Picture read(String field, ImageReader reader, ImageInputStream in)
      throws IOException {
    if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
      throw noPicture(field);
    }
    reader.setInput(in, true, true);
    // From the header: what is too large is never unpacked.
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > MAX_SIDE || height > MAX_SIDE) {
      throw new InvalidException(
          field,
          "the picture has %d × %d pixels; at most %d × %d"
              .formatted(width, height, MAX_SIDE, MAX_SIDE));
    }
    return new Picture(png(reader.read(0)), width, height);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    BufferedImage drawn =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(drawn, "png", stream);
    }
    return out.toByteArray();
  }

  private static boolean looksLikePngOrJpeg(byte[] file) {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    return startsWith(file, png) || startsWith(file, jpeg);
  }

  private static boolean startsWith(byte[] file, byte[] magic) {
    return file.length >= magic.length
        && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
  }

  private static InvalidException noPicture(String field) {
    return new InvalidException(field, "this is no picture in PNG or JPEG");
  }
}
