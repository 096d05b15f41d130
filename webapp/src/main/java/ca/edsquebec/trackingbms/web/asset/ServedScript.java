package ca.edsquebec.trackingbms.web.asset;

import java.util.regex.Pattern;

/**
 * One of our scripts as a browser gets it. Its comments are for us, and a sixth of what would be
 * loaded; their lines stay, empty, so that an error names the line of the source.
 */
final class ServedScript {

  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^[ \\t]*//.*$");

  private ServedScript() {}

  static String of(String source) {
    return COMMENT_LINE.matcher(source).replaceAll("");
  }
}
