package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.identity.BatteryAccess;
import ca.edsquebec.trackingbms.identity.Identity;
import ca.edsquebec.trackingbms.identity.Membership;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client's administrator says about the client, for this client alone. */
@ExtendWith(PortalExtension.class)
class SettingsPageIT {

  private final Portal portal;
  private final Cast cast;
  private final Visitor admin;
  private final Visitor other;

  SettingsPageIT(Portal portal) {
    this.portal = portal;
    this.cast = new Cast(portal);
    this.admin = new Visitor(portal.http());
    this.other = new Visitor(portal.http());
  }

  @BeforeEach
  void signIn() {
    admin.signIn(cast.join(Membership.WHOLE));
    other.signIn(portal.boreal().admin());
  }

  @AfterEach
  void askForNoSecondFactor() {
    Identity.of(portal.installation().databases(), new byte[32], Clock.systemUTC())
        .factorPolicy()
        .require(Actor.SYSTEM, portal.acme().tenant(), false);
  }

  @Test
  void whoMustHaveASecondFactorSeesNothingUntilThere() {
    Account member = cast.join(new Membership(Role.USER, BatteryAccess.ALL));
    Answer saved = admin.send(at("/second-factor"), Map.of("required", "on"));
    assertThat(saved.header("Location")).isEqualTo(at("?done=factor"));

    Visitor asked = new Visitor(portal.http());
    asked.signIn(member);
    assertThat(asked.get("/c/acme").header("Location")).startsWith("/account/second-factor");
    assertThat(asked.get("/account/second-factor").status()).isEqualTo(200);
    assertThat(other.get("/c/boreal").status()).isEqualTo(200);
  }

  @Test
  void theRuleOfTheSecondFactorIsShownAndTakenBack() {
    other.send("/c/boreal/admin/settings/second-factor", Map.of());
    assertThat(other.get("/c/boreal/admin/settings").body())
        .contains("Exiger un second facteur")
        .doesNotContain("aria-describedby=\"factor-hint\" checked");
  }

  @Test
  void aClientIsNotCalledAsAWebAddressWhichItsInvitationsWouldCarry() {
    String name = portal.installation().databases().tenants().get(portal.acme().tenant()).name();
    for (String link : new String[] {"Voyez https://evil.example/x", "www.evil.example"}) {
      Answer refused = admin.send(at(""), Map.of("name", link, "accent", ""));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("id=\"name-error\"", "adresse web");
    }
    assertThat(portal.installation().databases().tenants().get(portal.acme().tenant()).name())
        .isEqualTo(name);
  }

  @Test
  void anotherClientsSettingsDoNotExist() {
    for (String form : new String[] {"", "/second-factor", "/retention", "/no-logo"}) {
      assertThat(other.send(at(form), Map.of("required", "on", "name", "Volé")).status())
          .as(form)
          .isEqualTo(404);
    }
    assertThat(admin.get(at("")).body()).contains("value=\"Acme").doesNotContain("Volé");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    Answer light = admin.send(at(""), Map.of("name", "Acme Énergie", "accent", "#ffff00"));
    assertThat(light.status()).isEqualTo(400);
    assertThat(light.body()).contains("trop claire", "href=\"#accent\"");
    Answer period = admin.send(at("/retention"), Map.of("retention", "deux ans"));
    assertThat(period.status()).isEqualTo(400);
    assertThat(period.body()).contains("value=\"deux ans\"", "href=\"#retention\"");
  }

  @Test
  void retentionIsANumberAndAUnitAndIsRecorded() {
    keep("18", "months");
    assertThat(admin.get(at("")).body())
        .contains("name=\"retention\" inputmode=\"numeric\"", "value=\"18\"")
        .contains("<option value=\"months\" selected>mois</option>");
    keep("4\u202f00", "days");
    assertThat(admin.get(at("")).body()).contains("value=\"400\"", "value=\"days\" selected");
    keep("p1y10d", "years");
    assertThat(admin.get(at("")).body()).contains("value=\"P1Y10D\"");
    keep("", "years");
    assertThat(admin.get(at("")).body()).contains("Vide\u00a0: 2\u00a0ans");
    assertThat(admin.get("/c/acme/admin/audit?action=retention-changed").body())
        .contains("1\u00a0an 6\u00a0mois", "400\u00a0jours", "1\u00a0an 10\u00a0jours");
  }

  @Test
  void aLogoMayBeLargerThanOtherFormsAndNotTooLarge() throws IOException {
    byte[] logo = noise(256);
    assertThat(logo.length).as("larger than what forms may have").isGreaterThan(64 << 10);
    Answer sent = admin.sendFile(at("/logo"), "logo", "logo.png", logo);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    assertThat(admin.get(at("")).body()).contains("logo-shown");
    assertThat(admin.send(at("/no-logo"), Map.of()).status()).isEqualTo(303);
    Answer tooLarge = admin.sendFile(at("/logo"), "logo", "logo.png", new byte[2 << 20]);
    assertThat(tooLarge.status()).isEqualTo(400);
    assertThat(tooLarge.body()).contains("href=\"#logo\"");
    assertThat(admin.get(at("")).body()).doesNotContain("logo-shown");
  }

  /** A picture that no format makes small. */
  private static byte[] noise(int side) throws IOException {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < side * side; i++) {
      picture.setRGB(i % side, i / side, random.nextInt());
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  private void keep(String number, String unit) {
    Answer kept = admin.send(at("/retention"), Map.of("retention", number, "retentionUnit", unit));
    assertThat(kept.status()).as(kept.body()).isEqualTo(303);
  }

  @Test
  void retentionOfNoUnitOrTooLongIsRefused() {
    for (String[] wrong :
        new String[][] {
          {"3", "weeks"}, {"3", ""}, {"0", "years"}, {"101", "years"}, {"-1", "days"}
        }) {
      Map<String, String> form = Map.of("retention", wrong[0], "retentionUnit", wrong[1]);
      assertThat(admin.send(at("/retention"), form).status()).as("%s", form).isEqualTo(400);
    }
  }

  private static String at(String rest) {
    return "/c/acme/admin/settings" + rest;
  }
}
