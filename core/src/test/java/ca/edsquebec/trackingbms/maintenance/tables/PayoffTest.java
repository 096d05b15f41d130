package ca.edsquebec.trackingbms.maintenance.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoffTest {

  private static final long MIB = 1 << 20;

  /** In MiB: data, free within the table, free on the disk (-1: not known); seconds left. */
  @ParameterizedTest
  @CsvSource({
    "100, 0, 100000, 1200, ANALYSED",
    "10, 63, 100000, 1200, ANALYSED",
    "10, 64, 100000, 1200, REBUILT",
    "1000, 249, 100000, 1200, ANALYSED",
    "1000, 250, 100000, 1200, REBUILT",
    "1000, 500, 1512, 1200, REBUILT",
    "1000, 500, 1511, 1200, NO_ROOM",
    "1000, 500, 100000, 100, REBUILT",
    "1000, 500, 100000, 99, NO_TIME",
    "1000, 500, -1, 1200, NO_ROOM",
    "500, 500, -1, 1200, REBUILT"
  })
  void rebuildsWhereItPaysAndThereIsRoomAndTime(
      long data, long free, long disk, long seconds, Outcome outcome) {
    TableSize table = new TableSize("sample", 1, data * MIB, 0, free * MIB);
    OptionalLong room = disk < 0 ? OptionalLong.empty() : OptionalLong.of(disk * MIB);
    assertThat(Payoff.judge(table, room, Duration.ofSeconds(seconds))).isEqualTo(outcome);
  }
}
