package ca.edsquebec.trackingbms.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.measure.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every connector takes, whatever it declares itself. */
class CommonSettingsTest {

  private static final Frame FRAME = Frame.can(0, 1, new byte[0]);

  @Test
  void everyConnectorTakesTheSignAndOnlyItsWords() {
    for (Connector connector : Connectors.installed()) {
      assertThat(settings(connector, "yes").isCurrentInverted()).as(connector.id()).isTrue();
      assertThat(settings(connector, "no").isCurrentInverted()).isFalse();
      assertThat(ConnectorSettings.of(connector, Map.of()).isCurrentInverted()).isFalse();
      assertThatThrownBy(() -> settings(connector, "maybe"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("invertCurrent");
    }
  }

  @Test
  void turnsCurrentAndPowerAndNothingElse() throws FrameException {
    List<Reading> said =
        List.of(
            new Reading.Scalar(Metric.CURRENT, -12.5),
            new Reading.Scalar(Metric.POWER, 0),
            new Reading.Scalar(Metric.PACK_VOLTAGE, 52.8),
            new Reading.Cell(0, 3.3));
    Decoder turned = new TurnedDecoder(new Saying(said)).copy();
    List<Reading> expected =
        List.of(
            new Reading.Scalar(Metric.CURRENT, 12.5),
            new Reading.Scalar(Metric.POWER, 0.0),
            new Reading.Scalar(Metric.PACK_VOLTAGE, 52.8),
            new Reading.Cell(0, 3.3));
    assertThat(turned.decode(FRAME)).contains(expected);
    assertThat(turned.modules(FRAME)).contains(List.of(expected));
  }

  @Test
  void turnsOnceWhatIsPushedUnderNames() {
    Map<String, String> drawn = Map.of("currentSign", "discharge-positive");
    assertThat(inverted(Map.of())).isFalse();
    assertThat(inverted(drawn)).isTrue();
    assertThat(inverted(CommonSettings.withInverted(Map.of(), true))).isTrue();
    assertThat(inverted(CommonSettings.withInverted(drawn, true))).isFalse();
  }

  private static boolean inverted(Map<String, String> given) {
    return PushSettings.of(PushSettings.CONNECTOR, given).inverted();
  }

  private static ConnectorSettings settings(Connector connector, String invert) {
    return ConnectorSettings.of(connector, Map.of(CommonSettings.INVERT_CURRENT, invert));
  }

  /** Says the same of each frame. */
  private record Saying(List<Reading> readings) implements Decoder {

    @Override
    public Optional<List<Reading>> decode(Frame frame) {
      return Optional.of(readings);
    }

    @Override
    public Optional<Map<String, Object>> signals(Frame frame) {
      return Optional.empty();
    }

    @Override
    public Decoder copy() {
      return this;
    }
  }
}
