package ca.edsquebec.trackingbms.identity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What somebody may do at a client. */
public enum Permission {
  /** Read batteries, live and past. */
  VIEW_FLEET(Domain.FLEET),
  /** Add, move and change batteries. */
  MANAGE_FLEET(Domain.FLEET),
  /** Say which further things are known of every battery of the client. */
  MANAGE_FIELDS(Domain.CLIENT),
  /** Send samples and frames: for keys, no person has it. */
  INGEST(Domain.DATA),
  /** Make and revoke API keys. */
  MANAGE_KEYS(Domain.DATA),
  /** Make and revoke links that show a dashboard to whoever has them. */
  MANAGE_SHARES(Domain.DATA),
  /** Invite people and change what they are. */
  MANAGE_USERS(Domain.PEOPLE),
  /** Make roles and change what they may. */
  MANAGE_ROLES(Domain.PEOPLE),
  /** Change the client's logo and colour and what it demands at sign-in. */
  MANAGE_CLIENT(Domain.CLIENT),
  /** Read who did what. */
  VIEW_AUDIT(Domain.CLIENT);

  /** What permissions are grouped by where people choose among them. */
  public enum Domain {
    FLEET,
    DATA,
    PEOPLE,
    CLIENT
  }

  /** Those that a role may hold. */
  public static final Set<Permission> OF_PEOPLE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(INGEST)));

  private final Domain domain;

  Permission(Domain domain) {
    this.domain = domain;
  }

  public Domain domain() {
    return domain;
  }

  /**
   * @param text names with commas between, as {@link Role} stores them
   */
  static Set<Permission> parse(String text) {
    EnumSet<Permission> found = EnumSet.noneOf(Permission.class);
    Arrays.stream(text.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Permission::valueOf)
        .forEach(found::add);
    return found;
  }
}
