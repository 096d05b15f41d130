package ca.edsquebec.trackingbms.identity;

import java.time.Instant;

/**
 * Somebody who was asked to join and has not answered yet.
 *
 * @param sentAt when the latest mail was queued
 * @param expiresAt until when its link is good
 */
public record Invitation(
    long id,
    String email,
    String displayName,
    Membership membership,
    Instant sentAt,
    Instant expiresAt) {}
