package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.candb.CanDatabases;
import ca.edsquebec.trackingbms.platform.InvalidException;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a file was refused.
 *
 * @param why as in the keys of its texts
 * @param line where in the file; 0 when it is no line's fault
 * @param detail what is wrong there, in English; empty where the text says all
 */
record Refusal(String why, int line, String detail) {

  private static final Pattern AT_LINE = Pattern.compile("line (\\d{1,7}): (.*)", Pattern.DOTALL);

  static Refusal of(InvalidException e) {
    Matcher at = AT_LINE.matcher(e.getMessage());
    if (e.field().equals("file") && at.matches()) {
      return new Refusal("line", Integer.parseInt(at.group(1)), at.group(2));
    }
    return switch (e.field()) {
      case "type", "count", "name" -> new Refusal(e.field(), 0, "");
      default -> new Refusal("file", 0, "");
    };
  }

  String text(Texts texts) {
    return why.equals("line")
        ? texts.of("candb.wrong.line", line)
        : texts.of("candb.wrong." + why, CanDatabases.MAX_CHARS >> 20, CanDatabases.MOST);
  }
}
