package ca.edsquebec.trackingbms.connector.thingset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Measurements in pieces are those of the whole. */
class DialectTest {

  @Test
  void thePiecesLackNoMeasurement() {
    assertThat(asked(Dialect.V06))
        .contains("rStackVoltage_V", "rCellTemps_degC", "rBatTemp_degC", "rMOSFETTemp_degC")
        .contains("rPackCurrent_A", "rSOC_pct", "rErrorFlags", "rBmsState", "rBalancingStatus")
        .contains("rCellVoltages_V", "rCellAvgVoltage_V", "rCellMinVoltage_V", "rCellMaxVoltage_V");
    assertThat(asked(Dialect.V05)).contains("rBatTemp_degC", "rMOSFETTemp_degC", "rICTemp_degC");
    assertThat(asked(Dialect.V03)).contains("Bat_degC", "MOSFETs_degC", "IC_degC");
  }

  @Test
  void aVoltageComesWithWhatTellsWhereItIs() {
    for (Dialect dialect : new Dialect[] {Dialect.V05, Dialect.V06}) {
      assertThat(dialect.livePieces().stream().map(DialectTest::text))
          .filteredOn(piece -> piece.contains("rPackVoltage_V"))
          .isNotEmpty()
          .allMatch(piece -> piece.contains("rStackVoltage_V") && piece.matches("(?s).*Temps?_.*"));
    }
  }

  private static String asked(Dialect dialect) {
    return dialect.livePieces().stream().map(DialectTest::text).collect(Collectors.joining());
  }

  private static String text(ReadRequest request) {
    return new String(request.bytes(), StandardCharsets.UTF_8);
  }
}
