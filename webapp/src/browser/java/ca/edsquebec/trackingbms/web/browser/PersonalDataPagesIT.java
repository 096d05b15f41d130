package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Cast;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's data and the register of incidents, as people see and use them. */
@ExtendWith({PortalExtension.class, BrowserExtension.class})
class PersonalDataPagesIT {

  private final Portal portal;
  private final Tabs tabs;
  private final Portal.Account eds;

  PersonalDataPagesIT(Portal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
    this.eds = new Cast(portal).platformAdministrator();
  }

  static Stream<Look> looks() {
    return PageWalk.looks();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void areAccessibleAndFit(Look look) {
    Tab tab = signedIn(look);
    tab.go("/account/data");
    check(tab, look, "my-data");
    tab.go("/platform/people?q=acme.example");
    check(tab, look, "people");
    tab.page().locator(".row-actions a").first().click();
    tab.page().waitForURL("**/platform/people/*");
    check(tab, look, "person");
    tab.go("/platform/incidents/new");
    check(tab, look, "incident-new");
    record(tab, look);
    check(tab, look, "incidents");
  }

  @Test
  void aRefusedIncidentSaysWhatIsWrong() {
    Tab tab = signedIn(Look.PHONE);
    tab.go("/platform/incidents/new");
    tab.page().locator("form[action$='incidents']").evaluate("form => form.noValidate = true");
    tab.expectFault("400");
    tab.page().locator("main button[type=submit]").click();
    tab.page().locator("#form-errors").waitFor();
    assertThat(tab.page().locator("#form-errors li").count()).isEqualTo(9);
    check(tab, Look.PHONE, "incident-refused");
  }

  @Test
  void theFileIsDownloadedAndThePageStays() {
    Tab tab = signedIn(Look.DESKTOP);
    tab.go("/account/data");
    tab.page().locator("#password").fill(eds.password());
    Download file =
        tab.page()
            .waitForDownload(() -> tab.page().locator("form[action$='export'] button").click());
    assertThat(file.suggestedFilename()).matches("trackingbms-person-\\d+\\.json");
    assertThat(tab.page().url()).endsWith("/account/data");
  }

  private Tab signedIn(Look look) {
    Tab tab = tabs.open(look, portal.http().base());
    tab.enterPassword(eds.email(), eds.password());
    tab.page().waitForURL("**/platform/**");
    return tab;
  }

  private static void record(Tab tab, Look look) {
    Page page = tab.page();
    page.locator("#occurred").fill("2024-02-27, en soirée");
    page.locator("#awareOn").fill("2024-03-01");
    page.locator("#clients").fill("Acme");
    page.locator("#information").fill("Nom et adresse courriel de 12 personnes");
    page.locator("#circumstances").fill("Un rapport a été envoyé\nà une mauvaise adresse.");
    page.locator("#persons").fill("environ 12");
    page.locator("#seriousRisk").selectOption("yes");
    page.locator("#assessment").fill("Hameçonnage possible. " + look);
    page.locator("#measures").fill("Accès retiré; rappel des règles.");
    page.locator("main button[type=submit]").click();
    page.waitForURL("**/platform/incidents?done=recorded");
  }

  private static void check(Tab tab, Look look, String picture) {
    new PageWalk(tab, look).see(picture);
  }
}
