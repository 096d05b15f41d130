package ca.edsquebec.trackingbms.web.page;

import ca.edsquebec.trackingbms.platform.InvalidException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one file that a form of parts (RFC 7578) sends. */
public final class Upload {

  /** Heads, boundaries and the form's other fields. */
  private static final int AROUND = 16 << 10;

  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]{0,500})\"");

  private Upload() {}

  /** A file, and what it is called where it comes from. */
  @SuppressWarnings("ArrayRecordComponent") // Passed along, never compared.
  public record Named(String name, byte[] content) {}

  /**
   * @param max as many bytes as the file may have
   * @return its content; empty when none was chosen
   * @throws InvalidException when there is more, or it is no such form
   */
  public static byte[] file(MediaType type, InputStream body, String name, int max)
      throws IOException {
    return named(type, body, name, max).content();
  }

  /** The same as {@link #file}, with its name; empty where the form has none. */
  public static Named named(MediaType type, InputStream body, String name, int max)
      throws IOException {
    String boundary = type.getParameters().get("boundary");
    byte[] all = body.readNBytes(max + AROUND + 1);
    if (boundary == null || all.length > max + AROUND) {
      throw new InvalidException(name, "the form has more than %d bytes".formatted(max));
    }
    // Every byte is a character of its own, and back.
    String text = new String(all, StandardCharsets.ISO_8859_1);
    String delimiter = "\r\n--" + boundary;
    for (int at = 0; at >= 0; at = text.indexOf(delimiter, at + 1)) {
      int head = text.indexOf("\r\n", at == 0 ? 0 : at + delimiter.length());
      int content = text.indexOf("\r\n\r\n", Math.max(head, 0));
      if (head < 0 || content < 0) {
        break;
      }
      String given = text.substring(head, content);
      String heading = given.toLowerCase(Locale.ROOT);
      int end = text.indexOf(delimiter, content + 2);
      if (end >= 0 && heading.contains("name=\"" + name + "\"") && heading.contains("filename=")) {
        return new Named(
            called(given), Arrays.copyOfRange(all, content + 4, Math.max(content + 4, end)));
      }
    }
    throw new InvalidException(name, "no file came with the form");
  }

  // A browser sends it as UTF-8.
  private static String called(String heading) {
    Matcher name = NAME.matcher(heading);
    byte[] bytes = (name.find() ? name.group(1) : "").getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
