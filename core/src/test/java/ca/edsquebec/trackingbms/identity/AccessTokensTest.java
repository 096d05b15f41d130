package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.testkit.SettableClock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

  private static final byte[] MASTER = new byte[32];

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));
  private final AccessTokens tokens = new AccessTokens(MASTER, clock);

  @Test
  void saysWhichUserAndSessionATokenIsFor() {
    assertThat(tokens.verify(tokens.issue(12, "abc"))).contains(new AccessTokens.Claims(12, "abc"));
  }

  @Test
  void refusesAnExpiredToken() {
    String token = tokens.issue(12, "abc");
    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.verify(token)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void refusesATokenOfAnotherMasterKey() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(tokens.verify(new AccessTokens(other, clock).issue(12, "abc"))).isEmpty();
  }

  @Test
  void refusesAnAlteredToken() throws Exception {
    String[] parts = tokens.issue(12, "abc").split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String forged = claims.replace("\"12\"", "\"13\"");
    assertThat(forged).isNotEqualTo(claims);
    parts[1] = base64(forged);
    assertThat(tokens.verify(String.join(".", parts))).isEmpty();
  }

  @Test
  void refusesATokenThatIsNotSigned() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(tokens.issue(12, "abc")).getJWTClaimsSet();
    assertThat(tokens.verify(new PlainJWT(claims).serialize())).isEmpty();
    String[] parts = tokens.issue(12, "abc").split("\\.");
    String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    assertThat(tokens.verify(none)).isEmpty();
    assertThat(tokens.verify(none + parts[2])).isEmpty();
  }

  @Test
  void refusesAnotherAudienceAndAnotherIssuerUnderTheRightKey() throws Exception {
    assertThat(tokens.verify(signed("trackingbms", "trackingbms-portal", JWSAlgorithm.HS256)))
        .isPresent();
    assertThat(tokens.verify(signed("trackingbms", "elsewhere", JWSAlgorithm.HS256))).isEmpty();
    assertThat(tokens.verify(signed("elsewhere", "trackingbms-portal", JWSAlgorithm.HS256)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "not a token", "\u0000", "é.é.é"})
  void refusesWhatIsNoToken(String text) {
    assertThat(tokens.verify(text)).isEmpty();
  }

  @Test
  void refusesAVeryLongText() {
    assertThat(tokens.verify("a".repeat(1_000_000))).isEmpty();
  }

  /** Signed with the real key, which is derived here as the class documents it. */
  private String signed(String issuer, String audience, JWSAlgorithm algorithm) throws Exception {
    JWSHeader ours = SignedJWT.parse(tokens.issue(12, "abc")).getHeader();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(MASTER, "HmacSHA256"));
    byte[] key = mac.doFinal("trackingbms access token 1".getBytes(StandardCharsets.UTF_8));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(ours.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("12")
                .claim("sid", "abc")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .build());
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
