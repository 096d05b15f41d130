package ca.edsquebec.trackingbms.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final String PAYLOAD = "<script>alert(1)</script>";

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void keepsWhatIsSeenAndNothingBehindIt(String format) throws IOException {
    byte[] file = encoded(format, 40, 30);
    ByteArrayOutputStream withPayload = new ByteArrayOutputStream();
    withPayload.write(file);
    withPayload.write(PAYLOAD.getBytes(StandardCharsets.UTF_8));

    Picture picture = Picture.read("logo", withPayload.toByteArray());

    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
    assertThat(new String(picture.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(seen.getRGB(5, 5) & 0xFF).isBetween(250, 255);
    assertThat(seen.getRGB(5, 5) >>> 24).isEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "GIF89a...",
        "RIFF....WEBPVP8 ",
        "%PDF-1.7",
        "\u0089PNG\r\n\u001a\nbroken",
        "\u00ff\u00d8\u00ffbroken",
        ""
      })
  void refusesWhatIsNoPicture(String content) {
    assertThatThrownBy(() -> Picture.read("logo", content.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("PNG or JPEG");
  }

  @Test
  void refusesAPictureThatBreaksOffBeforeItsPixels() throws IOException {
    byte[] file = encoded("png", 40, 30);
    for (int length = 0; length <= 41; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> Picture.read("logo", cut)).isInstanceOf(InvalidException.class);
    }
  }

  @Test
  void refusesABombByItsHeader() throws IOException {
    byte[] file = encoded("png", 40, 30);
    // The width in the header of a PNG: 60,000 pixels, in a file of a few hundred bytes.
    file[18] = (byte) 0xEA;
    file[19] = (byte) 0x60;
    assertThatThrownBy(() -> Picture.read("logo", file))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("60000");
  }

  @Test
  void refusesTooManyBytes() {
    assertThatThrownBy(() -> Picture.read("logo", new byte[Picture.MAX_BYTES + 1]))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("1 MB");
  }

  private static byte[] encoded(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, 0x0000FF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
