package ca.edsquebec.trackingbms.identity;

/** What stands in the place of a person's address once the person was erased. */
final class Erased {

  /** Reserved by RFC 2606: nobody can have an address there. */
  static final String DOMAIN = "@erased.invalid";

  private Erased() {}

  static String email(long userId) {
    return "user-" + userId + DOMAIN;
  }

  static boolean is(String email) {
    return email.endsWith(DOMAIN);
  }
}
