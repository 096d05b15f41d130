package ca.edsquebec.trackingbms.identity;

/**
 * What a reader may be told of a person whose number is kept somewhere.
 *
 * @param name empty for {@link Standing#ELSEWHERE}
 * @param email empty unless {@link Standing#KNOWN}
 */
public record PersonName(Standing standing, String name, String email) {

  /** What the person is to the reader. */
  public enum Standing {
    /** One of the client's people, now or once; to the platform, everybody. */
    KNOWN,
    /** An administrator of the platform: named, so that a client knows who was there. */
    PLATFORM,
    /** Somebody who has nothing to do with the client: not named. */
    ELSEWHERE
  }

  static PersonName known(UserRow user) {
    return new PersonName(Standing.KNOWN, user.displayName(), user.email());
  }

  static PersonName outside(UserRow user) {
    return user.isPlatformAdmin()
        ? new PersonName(Standing.PLATFORM, user.displayName(), "")
        : new PersonName(Standing.ELSEWHERE, "", "");
  }
}
