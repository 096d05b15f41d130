package ca.edsquebec.trackingbms.live;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.tenant.BatteryScope;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveBoardTest {

  private static final TenantId ACME = new TenantId("acme");
  private static final Viewer ALL = Viewer.system(ACME);

  private final Board board = new Board();

  @Test
  void startsWithEverythingAndGoesOnWithWhatChanged() {
    board.put(1, sample(1000, 50));
    board.put(2, sample(1000, 60));
    LiveUpdate first = board.since("", ALL, any -> true);
    assertThat(first.reset()).isTrue();
    assertThat(first.items()).extracting(LiveItem::batteryId).containsExactly(1L, 2L);
    assertThat(board.since(first.cursor(), ALL, any -> true).isEmpty()).isTrue();

    board.put(2, sample(2000, 61));
    LiveUpdate next = board.since(first.cursor(), ALL, any -> true);
    assertThat(next.reset()).isFalse();
    assertThat(next.items()).extracting(LiveItem::batteryId).containsExactly(2L);
  }

  @Test
  void startsAfreshForACursorThatIsNotItsOwn() {
    board.put(1, sample(1000, 50));
    String own = board.since("", ALL, any -> true).cursor();
    String fromTheFuture = own.replaceAll("-\\d+$", "-999");
    for (String cursor : List.of("deadbeef-1", "nonsense", fromTheFuture, own + "x")) {
      LiveUpdate update = board.since(cursor, ALL, any -> true);
      assertThat(update.reset()).as(cursor).isTrue();
      assertThat(update.items()).hasSize(1);
    }
  }

  @Test
  void keepsWhatItWasToldLastAlsoWhenItIsDatedEarlier() {
    board.put(1, sample(2000, 52));
    board.put(1, sample(1000, 51));
    assertThat(soc()).as("our clock was set back").isEqualTo(51);
    board.begin(1, sample(3000, 50));
    assertThat(soc()).as("what was known at the start is older than what came since").isEqualTo(51);
  }

  private double soc() {
    return board.since("", ALL, any -> true).items().get(0).sample().value(Metric.SOC);
  }

  @Test
  void tellsNobodyOfABatteryOutOfScopeOrNotAskedFor() {
    board.put(1, sample(1000, 50));
    board.put(2, sample(1000, 60));
    board.put(3, sample(1000, 70));
    Viewer narrow = new Viewer(ACME, "user:1", BatteryScope.only(Set.of(1L, 2L)));
    LiveUpdate update = board.since("", narrow, battery -> battery != 2);
    assertThat(update.items()).extracting(LiveItem::batteryId).containsExactly(1L);
    assertThat(board.since(update.cursor(), narrow, any -> true).isEmpty()).isTrue();
  }

  @Test
  void hearsOnlyForTenantsThatSomebodyWatches() {
    LiveBoard boards = new LiveBoard();
    List<TenantId> heard = new ArrayList<>();
    boards.watch(heard::add);
    boards.latestMoved(ACME, 1, sample(1000, 50));
    assertThat(heard).isEmpty();
    boards.makeBoard(ACME);
    boards.latestMoved(ACME, 1, sample(2000, 51));
    boards.latestMoved(new TenantId("boreal"), 1, sample(2000, 99));
    assertThat(heard).containsExactly(ACME);
  }

  private static Sample sample(long ts, double soc) {
    return new Sample.Builder(ts).put(Metric.SOC, soc).build();
  }
}
