package ca.edsquebec.trackingbms.audit;

/**
 * Who did it. No name: that is looked up when it is shown, so that a person can be forgotten while
 * the chain stays whole.
 *
 * @param id of the account or key, the operating system's name at the command line; empty when none
 * @param address where the request came from; empty when from this machine's own command line
 */
public record Actor(Kind kind, String id, String address) {

  /** What kind of somebody. Stored by name. */
  public enum Kind {
    /** A person who signed in. */
    USER,
    /** A device or program with an API key. */
    KEY,
    /** Whoever holds a share link. */
    SHARE,
    /** Somebody at the command line. */
    COMMAND,
    /** The program by itself. */
    SYSTEM,
    /** Somebody who proved nothing (yet). */
    ANONYMOUS,
    /** A row says what this version does not know. */
    UNKNOWN;

    static Kind stored(String name) {
      for (Kind kind : values()) {
        if (kind.name().equals(name)) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "", "");

  /** Whoever runs this program at the command line. */
  public static Actor command() {
    return new Actor(Kind.COMMAND, System.getProperty("user.name", ""), "");
  }

  public static Actor user(long id, String address) {
    return new Actor(Kind.USER, Long.toString(id), address);
  }

  public static Actor anonymous(String address) {
    return new Actor(Kind.ANONYMOUS, "", address);
  }
}
