package ca.edsquebec.trackingbms.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.audit.Actor;
import ca.edsquebec.trackingbms.measure.Chemistry;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import ca.edsquebec.trackingbms.testkit.TestAudit;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FleetListIT {

  private static final int MANY = 500;

  private static TestInstallation installation;
  private static Fleet fleet;
  private static Viewer few;
  private static Viewer many;

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    fleet =
        new Fleet(
            installation.databases().tenantDatabase(),
            (id, settings) -> {},
            TestAudit.of(installation.databases(), Clock.systemUTC()),
            Clock.systemUTC());
    TenantId acme = installation.tenant("acme");
    few = Viewer.system(acme);
    add(acme, "b-2", "Été", "Laveuse", "Québec", Chemistry.LFP);
    add(acme, "A-1", "hiver", "Chariot", "Québec", Chemistry.NMC);
    add(acme, "C-3", "automne", "Laveuse", "Alma", Chemistry.LFP);
    add(acme, "D_4", "100% plein", "Chariot", "Alma", Chemistry.LFP);
    add(acme, "Dx4", "1000 plein", "Chariot", "Alma", Chemistry.LFP);
    TenantId boreal = installation.tenant("boreal");
    many = Viewer.system(boreal);
    for (int i = 0; i < MANY; i++) {
      add(boreal, "N-%03d".formatted(i), "n", "Type " + i % 20, "Lieu " + i % 50, Chemistry.LFP);
    }
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void sortsByEachColumnBothWays() {
    BatteryQuery all = BatteryQuery.first(10);
    assertThat(codes(all)).containsExactly("A-1", "b-2", "C-3", "D_4", "Dx4");
    assertThat(codes(all.sortedBy(BatteryQuery.Sort.CODE, true)))
        .containsExactly("Dx4", "D_4", "C-3", "b-2", "A-1");
    assertThat(codes(all.sortedBy(BatteryQuery.Sort.NAME, false)))
        .containsExactly("D_4", "Dx4", "C-3", "b-2", "A-1");
    assertThat(codes(all.sortedBy(BatteryQuery.Sort.TYPE, false)))
        .containsExactly("A-1", "D_4", "Dx4", "b-2", "C-3");
    assertThat(codes(all.sortedBy(BatteryQuery.Sort.PLACE, false)))
        .containsExactly("C-3", "D_4", "Dx4", "b-2", "A-1");
  }

  @Test
  void searchesCodeNameAndSerialWhateverTheCase() {
    assertThat(search("a-1")).containsExactly("A-1");
    assertThat(search("B-2")).containsExactly("b-2");
    assertThat(search("été")).containsExactly("b-2");
    assertThat(search("HIVER")).containsExactly("A-1");
    assertThat(search("sn-C-3")).containsExactly("C-3");
    assertThat(search("nothing")).isEmpty();
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(search("100%")).containsExactly("D_4");
    assertThat(search("D_4")).containsExactly("D_4");
    assertThat(search("%")).containsExactly("D_4");
    assertThat(search("!")).isEmpty();
    assertThat(search("\\")).isEmpty();
    assertThat(search("' or 1=1 --")).isEmpty();
  }

  @Test
  void filtersByTypePlaceChemistryAndStatusTogether() {
    String laveuse = uidOfType("Laveuse");
    String alma =
        fleet.places(few).stream()
            .filter(p -> p.name().equals("Alma"))
            .findFirst()
            .orElseThrow()
            .uid();
    BatteryQuery all = BatteryQuery.first(10);
    assertThat(codes(all.ofType(laveuse))).containsExactly("b-2", "C-3");
    assertThat(codes(all.ofType(laveuse).at(alma))).containsExactly("C-3");
    assertThat(codes(all.with(Chemistry.NMC))).containsExactly("A-1");
    assertThat(codes(all.with(BatteryStatus.RETIRED))).isEmpty();
    assertThat(codes(all.ofType("unknown"))).isEmpty();
  }

  @Test
  void countsAllPagesAndShowsOne() {
    Page<Battery> last = fleet.batteries(many, BatteryQuery.first(200).page(3));
    assertThat(last.items()).hasSize(100);
    assertThat(last.total()).isEqualTo(MANY);
    assertThat(last.items().get(0).code()).isEqualTo("N-400");
    Page<Battery> beyond = fleet.batteries(many, BatteryQuery.first(200).page(4));
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.total()).isEqualTo(MANY);
  }

  @Test
  void sortsByNameAndPlaceInOneOrderAcrossPages() {
    BatteryQuery byPlace = BatteryQuery.first(125).sortedBy(BatteryQuery.Sort.PLACE, false);
    List<String> paged =
        LongStream.rangeClosed(1, 4)
            .mapToObj(page -> fleet.batteries(many, byPlace.page((int) page)).items())
            .flatMap(List::stream)
            .map(Battery::code)
            .toList();
    assertThat(paged).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void listsManyBatteriesWithAHandfulOfStatements() {
    fleet.batteries(many, BatteryQuery.first(200));
    // The least of some tries: others may use the same server.
    long least =
        LongStream.range(0, 5)
            .map(i -> selectsOf(() -> fleet.batteries(many, BatteryQuery.first(200))))
            .min()
            .orElseThrow();
    assertThat(least).isLessThanOrEqualTo(5);
  }

  private static long selectsOf(Runnable work) {
    long before = selects();
    work.run();
    return selects() - before;
  }

  private static long selects() {
    try (Connection connection =
            DriverManager.getConnection(
                installation.access().url(""),
                installation.access().user(),
                installation.access().password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
      row.next();
      return row.getLong(2);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> search(String text) {
    return codes(BatteryQuery.first(10).matching(text));
  }

  private static List<String> codes(BatteryQuery query) {
    Page<Battery> page = fleet.batteries(few, query);
    assertThat(page.total()).isEqualTo(page.items().size());
    return page.items().stream().map(Battery::code).toList();
  }

  private static String uidOfType(String name) {
    return fleet.types(few).stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow()
        .uid();
  }

  private static void add(
      TenantId tenant, String code, String name, String type, String place, Chemistry chemistry) {
    fleet.add(
        Actor.SYSTEM,
        tenant,
        NewBattery.builder(code, type, place, "foxbms")
            .name(name)
            .serialNumber("SN-" + code)
            .chemistry(chemistry)
            .build());
  }
}
