package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Upload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A DBC file as somebody sent it: UTF-8, or what editors on Windows write. */
record SentFile(String name, String text) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * @throws InvalidException of {@code type} when its name says that it is something else, or it is
   *     no text
   */
  static SentFile of(Upload.Named file) {
    String name = file.name().replaceFirst(".*[/\\\\]", "");
    if (!name.matches("(?i).*\\.dbc")) {
      throw new InvalidException("type", "the file is called \"%s\", not .dbc".formatted(name));
    }
    String text = text(file.content());
    if (text.indexOf('\0') >= 0) {
      throw new InvalidException("type", "the file is no text");
    }
    return new SentFile(name, text);
  }

  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(content, WINDOWS);
    }
  }
}
