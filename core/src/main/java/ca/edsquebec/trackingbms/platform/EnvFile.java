package ca.edsquebec.trackingbms.platform;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code NAME=value} lines; {@code #} starts a comment line, quotes around a value go. */
final class EnvFile {

  private EnvFile() {}

  /** An absent file is an empty one. */
  static Map<String, String> read(Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new SettingsException(
            "Line %d of %s is not NAME=value: correct or remove it".formatted(i + 1, file));
      }
      String name = line.substring(0, equals).strip();
      values.put(name, unquoted(line.substring(equals + 1).strip()));
    }
    return values;
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file);
      // Editors of Windows put a mark at the beginning.
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (CharacterCodingException notUtf8) {
      throw new SettingsException(file + " is not text in UTF-8: store it anew");
    } catch (NoSuchFileException absent) {
      return List.of();
    } catch (IOException e) {
      throw new SettingsException("%s can't be read as UTF-8 text: %s".formatted(file, e));
    }
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
