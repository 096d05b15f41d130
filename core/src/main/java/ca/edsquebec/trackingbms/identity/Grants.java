package ca.edsquebec.trackingbms.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Hands out the tokens of a session. */
final class Grants {

  /** A session as it was left in the database; the access token is made after the commit. */
  record Granted(
      Principal.User user, SessionKind kind, String refreshToken, Optional<String> device) {}

  private final AccessTokens tokens;

  Grants(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /** Stores a further refresh token, within the unit of work that opened or rotated the session. */
  Granted grant(EntityManager em, SessionRow session, Optional<String> device, Instant now) {
    String secret = SecretHash.random();
    em.persist(new RefreshTokenRow(secret, session, now));
    return new Granted(Principals.of(em, session, now), session.kind(), secret, device);
  }

  /** Outside of any unit of work. */
  SignedIn signedIn(Granted granted) {
    Principal.User user = granted.user();
    return new SignedIn(
        tokens.issue(granted.kind(), user.id(), user.sessionId()),
        granted.refreshToken(),
        AccessTokens.LIFETIME,
        user,
        granted.device());
  }
}
