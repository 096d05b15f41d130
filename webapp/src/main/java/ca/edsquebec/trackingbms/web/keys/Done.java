package ca.edsquebec.trackingbms.web.keys;

import java.util.Set;

/** What an address may say was just done: one of our words, nothing that somebody made up. */
final class Done {

  private static final Set<String> KNOWN = Set.of("renamed", "revoked");

  private Done() {}

  /**
   * @param given as in the address; null when it says nothing
   */
  static String of(String given) {
    return given != null && KNOWN.contains(given) ? given : "";
  }
}
