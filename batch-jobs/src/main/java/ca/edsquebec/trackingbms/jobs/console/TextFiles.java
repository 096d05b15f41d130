package ca.edsquebec.trackingbms.jobs.console;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts of a file that an argument names. */
public final class TextFiles {

  /** Longer ones hold no text that a command takes. */
  private static final long MAX_BYTES = 8L << 20;

  private TextFiles() {}

  /**
   * All of a file; of one that is not UTF-8, as it is in Western Europe.
   *
   * @throws InvalidException when there is none, or it is too large
   * @throws UncheckedIOException when it can't be read
   */
  public static String read(String file) {
    Path path = Path.of(file);
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new InvalidException(
            "file", "\"%s\" has more than %d MiB".formatted(file, MAX_BYTES >> 20));
      }
      byte[] bytes = Files.readAllBytes(path);
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
    } catch (NoSuchFileException e) {
      throw new InvalidException("file", "there is no file \"%s\"".formatted(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("\"%s\" can't be read: %s".formatted(file, e.getMessage()), e));
    }
  }

  /**
   * The same settings, where {@code @FILE} stands for what is in that file.
   *
   * @throws InvalidException and {@link UncheckedIOException} as {@link #read}
   */
  public static Map<String, String> named(Map<String, String> settings) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      texts.put(setting.getKey(), value.startsWith("@") ? read(value.substring(1)).strip() : value);
    }
    return texts;
  }
}
