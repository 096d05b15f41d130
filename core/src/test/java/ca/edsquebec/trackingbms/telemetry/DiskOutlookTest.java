package ca.edsquebec.trackingbms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 100 bytes of samples a day, 10 of rollups; 5 bytes of other things. */
class DiskOutlookTest {

  private static final DiskUse.Growth GROWTH = new DiskUse.Growth(true, 1, 100, 10);

  @Test
  void growsByAllThatComesUntilTheFirstSamplesAreOld() {
    DiskOutlook outlook = outlook(0, 2_000, 200, 60, 20);
    assertThat(outlook.bytesIn(0)).isEqualTo(2_205);
    assertThat(outlook.bytesIn(40)).isEqualTo(5 + 200 + 400 + 2_000 + 4_000);
  }

  @Test
  void growsByRollupsAloneWhenAsMuchIsDeletedAsComes() {
    DiskOutlook outlook = outlook(0, 6_000, 600, 60, 60);
    assertThat(outlook.bytesIn(30)).isEqualTo(5 + 600 + 300 + 6_000);
    assertThat(outlook.bytesIn(365)).isEqualTo(5 + 600 + 3_650 + 6_000);
    assertThat(outlook.bytesBalancedIn(0)).isEqualTo(5 + 600 + 6_000);
  }

  @Test
  void losesWhatIsOlderThanItIsKept() {
    DiskOutlook outlook = outlook(0, 12_000, 600, 60, 120);
    assertThat(outlook.bytesIn(0)).isEqualTo(5 + 600 + 6_000);
  }

  @Test
  void countsRowsThatAreNotSealedAmongTheSamples() {
    DiskOutlook outlook = outlook(1_000, 0, 0, 60, 1);
    assertThat(outlook.bytesIn(59)).isEqualTo(5 + 590 + 1_000 + 5_900);
    assertThat(outlook.bytesIn(60)).isEqualTo(5 + 600 + 6_000);
  }

  @Test
  void isInBalanceAtTheSizeThatTodaysGrowthLeadsTo() {
    DiskOutlook slowBefore = outlook(0, 200, 100, 60, 20);
    assertThat(slowBefore.bytesBalancedIn(40)).isEqualTo(5 + 100 + 400 + 6_000);
  }

  private static DiskOutlook outlook(
      long rows, long chunks, long rollups, double keptDays, double rawDays) {
    return new DiskOutlook(new DiskUse.Kinds(rows, chunks, rollups, 5), GROWTH, keptDays, rawDays);
  }
}
