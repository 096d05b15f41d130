package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Signed statements that a session belongs to a user. Which algorithm signs is fixed. One that was
 * made for a program is not taken from a browser's cookie, and the other way round.
 */
final class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String ISSUER = "trackingbms";
  private static final String FACTOR = "trackingbms-second-factor";
  private static final String SESSION = "sid";
  private static final int MAX_LENGTH = 4096;

  record Claims(long userId, String sessionId) {}

  private final KeyRing keys;
  private final Clock clock;

  AccessTokens(KeyRing keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String issue(SessionKind kind, long userId, String sessionId) {
    return issue(userId, sessionId, kind.audience(), LIFETIME);
  }

  /** For a session that awaits its second factor. */
  String challenge(long userId, String sessionId) {
    return issue(userId, sessionId, FACTOR, SessionRow.AWAITED);
  }

  private String issue(long userId, String sessionId, String audience, Duration lifetime) {
    Instant now = clock.instant();
    SecretKey key = keys.current(Purpose.TOKENS);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(audience)
            .subject(Long.toString(userId))
            .claim(SESSION, sessionId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(), claims);
    try {
      token.sign(new MACSigner(key.bytes()));
    } catch (JOSEException e) {
      throw new IllegalStateException("could not sign an access token", e);
    }
    return token.serialize();
  }

  /** Empty when it is not one of ours, was altered, or has expired. */
  Optional<Claims> verify(SessionKind kind, String token) {
    return verify(token, kind.audience());
  }

  Optional<Claims> verifyChallenge(String token) {
    return verify(token, FACTOR);
  }

  private Optional<Claims> verify(String token, String audience) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      return isOurs(signed) ? claims(signed.getJWTClaimsSet(), audience) : Optional.empty();
    } catch (ParseException | JOSEException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      return false;
    }
    Optional<SecretKey> key = keys.find(Purpose.TOKENS, header.getKeyID());
    return key.isPresent() && token.verify(new MACVerifier(key.get().bytes()));
  }

  private Optional<Claims> claims(JWTClaimsSet claims, String audience) throws ParseException {
    String sessionId = claims.getStringClaim(SESSION);
    Date expires = claims.getExpirationTime();
    boolean good =
        ISSUER.equals(claims.getIssuer())
            && claims.getAudience().equals(List.of(audience))
            && expires != null
            && clock.instant().isBefore(expires.toInstant())
            && claims.getSubject() != null
            && sessionId != null;
    return good
        ? Optional.of(new Claims(Long.parseLong(claims.getSubject()), sessionId))
        : Optional.empty();
  }
}
