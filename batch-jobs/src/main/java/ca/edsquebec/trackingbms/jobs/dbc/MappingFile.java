package ca.edsquebec.trackingbms.jobs.dbc;

import ca.edsquebec.trackingbms.connector.wire.Dbc;
import ca.edsquebec.trackingbms.jobs.console.TextFiles;
import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines {@code Message.Signal = meaning}; what follows a {@code #} is a remark. */
final class MappingFile {

  private MappingFile() {}

  /**
   * @throws InvalidException with file, line and what is wrong there
   */
  static Dbc database(String file) {
    try {
      return Dbc.parse(TextFiles.read(file));
    } catch (IllegalArgumentException e) {
      throw new InvalidException("file", file + ": " + e.getMessage());
    }
  }

  /**
   * Meanings by signal.
   *
   * @throws InvalidException with file, line and what is wrong there
   */
  static Map<String, String> meanings(String file) {
    Map<String, String> meanings = new LinkedHashMap<>();
    int number = 0;
    for (String line : TextFiles.read(file).split("\n")) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        String[] sides = text.split("\\s*=\\s*", -1);
        if (sides.length != 2 || meanings.put(sides[0], sides[1]) != null) {
          String fault =
              sides.length == 2 ? "stands there twice" : "is not Message.Signal = meaning";
          throw new InvalidException(
              "file", "%s, line %d: \"%s\" %s".formatted(file, number, text, fault));
        }
      }
    }
    return meanings;
  }
}
