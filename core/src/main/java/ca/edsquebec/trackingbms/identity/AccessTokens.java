package ca.edsquebec.trackingbms.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed statements that a session belongs to a user. Which algorithm signs is fixed. One that was
 * made for a program is not taken from a browser's cookie, and the other way round.
 */
final class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String ISSUER = "trackingbms";
  private static final String PROGRAM = "trackingbms-portal";
  private static final String BROWSER = "trackingbms-browser";
  private static final String SESSION = "sid";
  private static final int MAX_LENGTH = 4096;

  record Claims(long userId, String sessionId) {}

  private final byte[] key;
  private final String keyId;
  private final Clock clock;

  AccessTokens(byte[] masterKey, Clock clock) {
    this.key = derived(masterKey, "trackingbms access token 1");
    this.keyId = HexFormat.of().formatHex(derived(key, "key id"), 0, 8);
    this.clock = clock;
  }

  String issue(long userId, String sessionId) {
    return issue(userId, sessionId, PROGRAM, LIFETIME);
  }

  /**
   * @param lifetime of the session: its row is looked at each time anyway
   */
  String issueCookie(long userId, String sessionId, Duration lifetime) {
    return issue(userId, sessionId, BROWSER, lifetime);
  }

  private String issue(long userId, String sessionId, String audience, Duration lifetime) {
    Instant now = clock.instant();
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
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("could not sign an access token", e);
    }
    return token.serialize();
  }

  /** Empty when it is not one of ours, was altered, or has expired. */
  Optional<Claims> verify(String token) {
    return verify(token, PROGRAM);
  }

  Optional<Claims> verifyCookie(String token) {
    return verify(token, BROWSER);
  }

  private Optional<Claims> verify(String token, String audience) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      JWSHeader header = signed.getHeader();
      boolean ours =
          JWSAlgorithm.HS256.equals(header.getAlgorithm())
              && keyId.equals(header.getKeyID())
              && signed.verify(new MACVerifier(key));
      return ours ? claims(signed.getJWTClaimsSet(), audience) : Optional.empty();
    } catch (ParseException | JOSEException | NumberFormatException notOurs) {
      return Optional.empty();
    }
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

  private static byte[] derived(byte[] from, String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(from, "HmacSHA256"));
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
