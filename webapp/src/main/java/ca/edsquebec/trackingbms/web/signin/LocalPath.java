package ca.edsquebec.trackingbms.web.signin;

import java.util.regex.Pattern;

/** Where a form may lead to: a page of this portal, and none elsewhere. */
final class LocalPath {

  private static final String HOME = "/";

  /** Of {@code //host} and {@code /\host} browsers make another host. */
  private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,500}");

  private LocalPath() {}

  /** The path itself when it is one of ours, else the first page. */
  static String of(String wanted) {
    return HERE.matcher(wanted).matches() ? wanted : HOME;
  }
}
