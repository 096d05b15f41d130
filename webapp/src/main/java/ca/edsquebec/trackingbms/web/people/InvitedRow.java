package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.Invitation;

/**
 * Somebody in the list of those who have not answered yet.
 *
 * @param role its name
 * @param scope in words
 * @param changeable whether who looks may send it again, or withdraw it
 * @param expired whether its link is good no more
 */
public record InvitedRow(
    Invitation invitation, String role, String scope, boolean changeable, boolean expired) {

  /** Until when its link is good, in epoch milliseconds. */
  public long expiresAt() {
    return invitation.expiresAt().toEpochMilli();
  }
}
