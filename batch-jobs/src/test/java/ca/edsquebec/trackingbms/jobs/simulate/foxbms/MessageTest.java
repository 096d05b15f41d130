package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageTest {

  /** The frame that the product's documentation takes as its example. */
  @Test
  void putsValuesWhereTheCanDatabaseHasThem() {
    Message message =
        new Message(0x233)
            .with(Field.BATTERY_VOLTAGE, 64.7)
            .with(Field.BUS_VOLTAGE, 64.7)
            .with(Field.POWER, 60)
            .with(Field.CURRENT, 1);
    assertThat(message).hasToString("233#050E0A1C000C0064");
  }

  @Test
  void clipsWhatDoesNotFitAsTheFirmwareDoes() {
    assertThat(new Message(0x233).with(Field.BATTERY_VOLTAGE, 1e9))
        .hasToString("233#7FFE000000000000");
    assertThat(new Message(0x233).with(Field.BATTERY_VOLTAGE, -1e9))
        .hasToString("233#8000000000000000");
    assertThat(new Message(0x234).with(Field.INSULATION, -5)).hasToString("234#0000000000000000");
  }

  @Test
  void laterValueReplacesAnEarlierOne() {
    assertThat(new Message(0x233).with(Field.CURRENT, -3).with(Field.CURRENT, 1))
        .hasToString("233#0000000000000064");
  }

  @Test
  void fieldOfAnotherMessageIsRefused() {
    assertThatThrownBy(() -> new Message(0x220).with(Field.CURRENT, 1))
        .hasMessageContaining("CURRENT is not in 0x220");
  }
}
