package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.Purpose;
import ca.edsquebec.trackingbms.secret.SecretKey;
import ca.edsquebec.trackingbms.testkit.SettableClock;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensIT {

  private static final SettableClock CLOCK =
      new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));

  private static TestInstallation installation;
  private static KeyRing keys;
  private static AccessTokens tokens;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    keys = new KeyRing(installation.databases().registry(), new byte[32], CLOCK);
    tokens = new AccessTokens(keys, CLOCK);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void saysWhichUserAndSessionATokenIsFor() {
    assertThat(verify(issue())).contains(new AccessTokens.Claims(12, "abc"));
  }

  @Test
  void namesTheKeyThatSigned() throws Exception {
    assertThat(SignedJWT.parse(issue()).getHeader().getKeyID())
        .isEqualTo(keys.current(Purpose.TOKENS).id());
  }

  @Test
  void refusesAnExpiredToken() {
    String token = issue();
    CLOCK.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(verify(token)).isPresent();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(verify(token)).isEmpty();
  }

  @Test
  void takesOneOfABrowserNotFromAProgramNorTheOtherWayRound() {
    String browsers = tokens.issue(SessionKind.BROWSER, 12, "abc");
    assertThat(tokens.verify(SessionKind.BROWSER, browsers)).isPresent();
    assertThat(verify(browsers)).isEmpty();
    assertThat(tokens.verify(SessionKind.BROWSER, issue())).isEmpty();
  }

  @Test
  void takesAChallengeForNothingElse() {
    String challenge = tokens.challenge(12, "abc");
    assertThat(tokens.verifyChallenge(challenge)).isPresent();
    assertThat(verify(challenge)).isEmpty();
    assertThat(tokens.verifyChallenge(issue())).isEmpty();
  }

  @Test
  void refusesATokenUnderAKeyOfAnotherPurpose() throws Exception {
    SecretKey other = keys.current(Purpose.CSRF);
    assertThat(verify(signed("trackingbms", "trackingbms-portal", JWSAlgorithm.HS256, other)))
        .isEmpty();
  }

  @Test
  void refusesAnotherAlgorithmUnderTheRightKey() throws Exception {
    SecretKey key = keys.current(Purpose.TOKENS);
    SignedJWT ours = SignedJWT.parse(issue());
    String header = base64("{\"alg\":\"HS512\",\"kid\":\"" + key.id() + "\"}");
    String[] parts = ours.serialize().split("\\.");
    assertThat(verify(header + "." + parts[1] + "." + parts[2])).isEmpty();
  }

  @Test
  void refusesAnAlteredToken() {
    String[] parts = issue().split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String forged = claims.replace("\"12\"", "\"13\"");
    assertThat(forged).isNotEqualTo(claims);
    parts[1] = base64(forged);
    assertThat(verify(String.join(".", parts))).isEmpty();
  }

  @Test
  void refusesATokenThatIsNotSigned() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(issue()).getJWTClaimsSet();
    assertThat(verify(new PlainJWT(claims).serialize())).isEmpty();
    String[] parts = issue().split("\\.");
    String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    assertThat(verify(none)).isEmpty();
    assertThat(verify(none + parts[2])).isEmpty();
  }

  @Test
  void refusesAnotherAudienceAndAnotherIssuerUnderTheRightKey() throws Exception {
    SecretKey key = keys.current(Purpose.TOKENS);
    assertThat(verify(signed("trackingbms", "trackingbms-portal", JWSAlgorithm.HS256, key)))
        .isPresent();
    assertThat(verify(signed("trackingbms", "elsewhere", JWSAlgorithm.HS256, key))).isEmpty();
    assertThat(verify(signed("elsewhere", "trackingbms-portal", JWSAlgorithm.HS256, key)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "not a token", "\u0000", "é.é.é"})
  void refusesWhatIsNoToken(String text) {
    assertThat(verify(text)).isEmpty();
  }

  @Test
  void refusesAVeryLongText() {
    assertThat(verify("a".repeat(1_000_000))).isEmpty();
  }

  private static String issue() {
    return tokens.issue(SessionKind.PROGRAM, 12, "abc");
  }

  private static Optional<AccessTokens.Claims> verify(String token) {
    return tokens.verify(SessionKind.PROGRAM, token);
  }

  private static String signed(
      String issuer, String audience, JWSAlgorithm algorithm, SecretKey key) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(algorithm).keyID(key.id()).build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("12")
                .claim("sid", "abc")
                .expirationTime(Date.from(CLOCK.instant().plusSeconds(60)))
                .build());
    token.sign(new MACSigner(key.bytes()));
    return token.serialize();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
