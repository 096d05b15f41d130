package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.fleet.Fleet;
import ca.edsquebec.trackingbms.fleet.NewBattery;
import ca.edsquebec.trackingbms.fleet.NewBatteryBuilder;
import ca.edsquebec.trackingbms.identity.PasswordHash;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.identity.Scope;
import ca.edsquebec.trackingbms.identity.Users;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.web.testkit.Http;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.Portal.Account;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import ca.edsquebec.trackingbms.web.testkit.TestBattery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's page as a browser without scripts gets it. */
@ExtendWith(PortalExtension.class)
class BatteriesPageIT {

  private static final String LIST = "/c/flotte/batteries";
  private static final Pattern NAME = Pattern.compile("<a data-name [^>]*>([^<]*)</a>");
  private static final Pattern TYPE = Pattern.compile("name=\"type\" value=\"([^\"]*)\"");
  private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([^\"]*)\"");
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final String HOSTILE_SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;";

  /** Thirty carts, and three batteries that are worth a look. */
  private static String session;

  private static String nobodys;

  private final Portal portal;
  private final Http http;

  BatteriesPageIT(Portal portal) {
    this.portal = portal;
    this.http = portal.http();
  }

  @BeforeAll
  static void makeClients(Portal portal) {
    TenantId tenant = portal.installation().addTenant("flotte", "La Flotte");
    Clock clock = Clock.systemUTC();
    Fleet fleet =
        new Fleet(
            portal.installation().databases().tenantDatabase(),
            (id, given) -> {},
            TestAudit.of(portal.installation().databases(), clock),
            clock);
    for (int i = 1; i <= 30; i++) {
      fleet.add(
          Actor.SYSTEM, tenant, battery("B-%02d".formatted(i), "Chariots", "Entrepôt").build());
    }
    fleet.add(Actor.SYSTEM, tenant, reserve("R-1", "Zoé").build());
    fleet.add(Actor.SYSTEM, tenant, reserve("R-2", "Tiède").build());
    fleet.add(Actor.SYSTEM, tenant, battery("X-1", "Essais", "<b>Quai</b>").name(HOSTILE).build());
    session = portal.signIn(account(portal, tenant, "liste@flotte.example"));
    nobodys =
        portal.signIn(
            account(
                portal, portal.installation().addTenant("vide", "Le Vide"), "rien@vide.example"));
    send(portal, tenant);
  }

  private static NewBatteryBuilder battery(String code, String type, String place) {
    return NewBattery.builder(code, type, place, "foxbms")
        .chemistry(Chemistry.NMC)
        .cellCount(36)
        .connectorSettings(Map.of("cells", "36", "sensors", "16"))
        .storagePeriod(Duration.ofSeconds(5))
        .staleThreshold(Duration.ofHours(1));
  }

  private static NewBatteryBuilder reserve(String code, String name) {
    return battery(code, "Réserves", "Hôtel").name(name).chemistry(Chemistry.LFP);
  }

  private static Account account(Portal portal, TenantId tenant, String email) {
    Users users =
        new Users(
            portal.installation().databases().registry(), new PasswordHash(), Clock.systemUTC());
    String password =
        users
            .create(tenant, email, email, Role.USER, Locale.CANADA_FRENCH)
            .password()
            .orElseThrow();
    return new Account(email, password);
  }

  private static void send(Portal portal, TenantId tenant) {
    long now = System.currentTimeMillis();
    String samples =
        """
        [{"battery":"R-1","ts":%1$d,"soc":80,"current":-5,"power":-250,
          "alarms":[{"code":"short-circuit","level":"critical"}]},
         {"battery":"R-2","ts":%1$d,"soc":20,"current":40,"power":2000},
         {"battery":"X-1","ts":%1$d,"soc":50,"alarms":[{"code":"low-soc","level":"warning"}]}]"""
            .formatted(now);
    String key = portal.key(tenant, Set.of(Scope.INGEST)).text();
    Answer answer = portal.http().postJson("/api/v1/ingest/samples", key, samples);
    assertThat(answer.json().at("/rejected")).as(answer.body()).isEmpty();
  }

  private Answer get(String path) {
    return http.get(path, session, "Accept", "text/html", "Accept-Language", "fr");
  }

  private String page(String query) {
    Answer answer = get(LIST + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private List<String> names(String query) {
    return all(NAME, page(query));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private List<String> uids(Pattern facet) {
    return all(facet, page(""));
  }

  @Test
  void showsTheWorstFirstAndSaysWhy() {
    assertThat(names("").subList(0, 3)).containsExactly("Zoé", HOSTILE_SHOWN, "B-01");
    assertThat(page("")).contains("Court-circuit").contains("1 à 25 sur 33");
  }

  @Test
  void statesNarrowTheListAndAddUp() {
    assertThat(names("?state=critical")).containsExactly("Zoé");
    assertThat(names("?state=critical&state=normal")).containsExactly("Zoé", "Tiède");
  }

  @Test
  void typesPlacesAndChemistriesNarrowTheList() {
    String reserves = uids(TYPE).get(2);
    String quay = uids(PLACE).get(1);
    assertThat(names("?type=" + reserves)).containsExactly("Zoé", "Tiède");
    assertThat(names("?place=" + quay)).containsExactly(HOSTILE_SHOWN);
    assertThat(names("?chemistry=lfp")).containsExactly("Zoé", "Tiède");
    assertThat(names("?chemistry=lfp&state=normal")).containsExactly("Tiède");
  }

  @Test
  void whatIsChosenStaysInTheFormAndInTheWayThere() {
    String reserves = uids(TYPE).get(2);
    String page = page("?type=" + reserves);
    assertThat(page)
        .contains("value=\"%s\" checked".formatted(reserves))
        .contains("<li aria-current=\"page\">Réserves</li>")
        .contains("2 batteries sur 33 correspondent aux filtres");
  }

  @Test
  void searchFindsWithoutAccents() {
    assertThat(names("?q=ZOE")).containsExactly("Zoé");
    assertThat(names("?q=hotel&state=normal")).containsExactly("Tiède");
  }

  @Test
  void sortsByMeasuredValuesBothWays() {
    assertThat(names("?sort=soc").subList(0, 3)).containsExactly("Tiède", HOSTILE_SHOWN, "Zoé");
    assertThat(names("?sort=-soc").subList(0, 3)).containsExactly("Zoé", HOSTILE_SHOWN, "Tiède");
    assertThat(page("?sort=-soc")).contains("aria-sort=\"descending\"><a id=\"by-soc\"");
  }

  @Test
  void groupsByTypeAndPlaceOnlyWhenSortedByPlace() {
    assertThat(page("?sort=place&chemistry=lfp"))
        .contains("Réserves › </span>Hôtel")
        .contains(
            "2 batteries · SOC moyen 50 % · +1,75 kW"
                .replace("50 %", "50\u00a0%")
                .replace("75 kW", "75\u00a0kW"));
    assertThat(page("?chemistry=lfp")).doesNotContain("group-row");
  }

  @Test
  void turnsPagesOnTheServer() {
    assertThat(names("")).hasSize(25);
    assertThat(names("?page=2")).hasSize(8).doesNotContain("Zoé");
    assertThat(names("?page=99")).isEqualTo(names("?page=2"));
    assertThat(names("?size=50")).hasSize(33);
    assertThat(page("?page=2")).contains("26 à 33 sur 33").contains("rel=\"prev\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=mass",
        "sort=--soc",
        "page=0",
        "page=two",
        "page=-1",
        "page=99999999999",
        "size=7",
        "size=x",
        "state=tired",
        "chemistry=uranium"
      })
  void refusesWhatMeansNothing(String query) {
    Answer answer = get(LIST + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("Cette demande ne peut pas être traitée");
  }

  @Test
  void whatIsNotThereFindsNothingAndCanBeCleared() {
    for (String query : List.of("?type=nothing", "?place=no.thing", "?q=zzz")) {
      assertThat(page(query)).contains("Aucune batterie ne correspond", "Un filtre est actif");
      assertThat(names(query)).isEmpty();
    }
    assertThat(page("?type=nothing")).contains("Type\u00a0: introuvable");
  }

  @Test
  void emptyFieldsOfTheFormAskForNothing() {
    assertThat(names("?q=&state=&sort=&page=&size=")).isEqualTo(names(""));
  }

  @Test
  void namesAndSearchAreShownAndNeverRun() {
    assertThat(page("?q=X-1")).contains(HOSTILE_SHOWN, "&lt;b&gt;Quai").doesNotContain(HOSTILE);
    String search = "?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
    assertThat(page(search)).contains("&gt;&lt;img src=x").doesNotContain("<img");
    assertThat(page("?type=%22%3E%3Cimg%20src%3Dx%3E")).doesNotContain("<img");
  }

  @Test
  void theOtherLanguageKeepsTheState() {
    String page = page("?state=critical&sort=-soc");
    assertThat(page)
        .contains("href=\"/c/flotte/batteries?state=critical&amp;sort=-soc&amp;lang=en\"");
    assertThat(page("?state=critical&lang=en")).contains("1 of 33 batteries matches the filters");
  }

  @Test
  void anotherClientsBatteryIsNeverThere() {
    Map<String, TestBattery> pair = portal.pair();
    String token = portal.signIn(portal.acme().user());
    String path = "/c/acme/batteries?size=100&q=" + pair.get("acme").code();
    Answer answer = http.get(path, token, "Accept", "text/html");
    assertThat(answer.body()).contains(pair.get("acme").id());
    assertThat(answer.body()).doesNotContain(pair.get("boreal").id());
    for (String theirs : List.of("/c/boreal/batteries", LIST)) {
      assertThat(http.get(theirs, token, "Accept", "text/html").status()).isEqualTo(404);
    }
  }

  @Test
  void whoIsNotSignedInIsLedToSignInAndBack() {
    Answer answer = http.get(LIST + "?state=critical", null, "Accept", "text/html");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .endsWith("/login?next=%2Fc%2Fflotte%2Fbatteries%3Fstate%3Dcritical");
  }

  @Test
  void aFleetWithoutBatteriesSaysWhatToDo() {
    Answer answer =
        http.get("/c/vide/batteries", nobodys, "Accept", "text/html", "Accept-Language", "fr");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Aucune batterie pour l’instant").doesNotContain("<table");
  }

  @Test
  void aPageIsLight() {
    assertThat(Http.gzip(page(""))).hasSizeLessThan(25_000);
  }
}
