package ca.edsquebec.trackingbms.web.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where a form may lead to: a page of this portal, and none elsewhere. */
final class LocalPath {

  private static final String HOME = "/";

  /**
   * Pages of a client, of an account or of the platform, and nothing that begins as another host
   * might: {@code //} or {@code /\}.
   */
  private static final Pattern HERE =
      Pattern.compile(
          "/(?:(?:c|account|platform|invitation)[/?][\\x21-\\x7e&&[^\\\\]]{0,3000}|account)?");

  private LocalPath() {}

  /** The path itself when it is one of ours, else the first page. */
  static String of(String wanted) {
    return HERE.matcher(wanted).matches() && isAddress(wanted) ? wanted : HOME;
  }

  private static boolean isAddress(String text) {
    try {
      return !new URI(text).isAbsolute();
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
