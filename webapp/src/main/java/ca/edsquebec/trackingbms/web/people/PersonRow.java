package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Member;
import java.time.Instant;

/**
 * A person in the list.
 *
 * @param role its name
 * @param scope in words
 * @param sessions how many this person has open
 * @param factor whether this person has a second factor
 * @param changeable whether who looks may change anything of it
 */
public record PersonRow(
    Member member,
    String role,
    String scope,
    long sessions,
    boolean factor,
    boolean self,
    boolean changeable) {

  /** In epoch milliseconds; null when never. */
  public Long lastSignIn() {
    return member.lastSignIn().map(Instant::toEpochMilli).orElse(null);
  }
}
