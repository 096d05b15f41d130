package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.InstantConverter;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** Rows that are over; docs/privacy.md says why they are kept for so long. */
public enum Leftover {
  /** Before the sessions, with which they would go: they go much earlier. */
  REFRESH_TOKENS(
      "refresh_token x JOIN {db}.session s ON s.id = x.session_id",
      "x.hash",
      "s.expires_at < ?",
      Period.ofDays(1)),
  /** By when they would have ended at the latest: no more than 12 h after they did. */
  SESSIONS("session x", "x.id", "x.expires_at < ?", Period.ofDays(90)),
  PASSWORD_LINKS("password_link x", "x.hash", "x.expires_at < ?", Period.ofDays(1)),
  /** By when they were answered or withdrawn, or would have expired. */
  INVITATIONS(
      "invitation x",
      "x.id",
      "COALESCE(x.accepted_at, x.withdrawn_at, x.expires_at) < ?",
      Period.ofDays(90)),
  /** Those that may go without the second factor were seen within 30 days. */
  DEVICES("known_device x", "x.id", "x.last_seen_at < ?", Period.ofDays(180)),
  /** After a day none counts ({@link FailureTable#FORGOTTEN_AFTER}), nor locks for so long. */
  SIGN_IN_FAILURES("sign_in_failure x", "x.account, x.origin", "x.last_at < ?", Period.ofDays(1)),
  SUPPORT_VISITS("support_visit x", "x.id", "x.until < ?", Audit.KEPT);

  private final String from;
  private final String key;
  private final String over;
  private final Period kept;

  Leftover(String from, String key, String over, Period kept) {
    this.from = from;
    this.key = key;
    this.over = over;
    this.kept = kept;
  }

  /** For how long after their end they are kept. */
  public Period kept() {
    return kept;
  }

  /**
   * @param what is selected; {@link #key} to find rows
   */
  String select(String db, String what) {
    return "SELECT %s FROM %s.%s WHERE %s".formatted(what, db, from.replace("{db}", db), over);
  }

  String key() {
    return key;
  }

  String table(String db) {
    return db + "." + from.substring(0, from.indexOf(' '));
  }

  List<String> keyColumns() {
    return List.of(key.replace("x.", "").split(", "));
  }

  /** What stands for {@code ?}: those from before it have been kept long enough. */
  Object before(Instant now) {
    Instant end = now.atZone(ZoneOffset.UTC).minus(kept).toInstant();
    return this == SIGN_IN_FAILURES ? (Object) end.toEpochMilli() : InstantConverter.text(end);
  }
}
