package ca.edsquebec.trackingbms.jobs.forward.source;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GX devices that fall silent unless they are asked, at a real Mosquitto. */
class VenusIT {

  private static final String ID = "c0619ab123ef";
  private static final String SOC = "N/" + ID + "/battery/512/Soc";

  /** In place of 30 s and 60 s. */
  private static final long EVERY_MILLIS = 500;

  private static final long PATIENCE_MILLIS = 3000;

  @TempDir Path folder;

  private static Overheard hearing(TestBroker broker, String topic, boolean topics) {
    MqttAccess access =
        new MqttAccess(
            Optional.of(TestBroker.USER), Optional.of(TestBroker.PASSWORD), Optional.empty());
    MqttAddress address =
        MqttAddress.parse("mqtt://127.0.0.1:%d/%s".formatted(broker.port(), topic));
    return new Overheard(new MqttSource(address, topics, access, EVERY_MILLIS, Clock.systemUTC()));
  }

  /** Until a value that stands still was said so often, which is so many times asked for. */
  private static void heardAnew(Overheard heard, int times) throws InterruptedException {
    for (int left = times; left > 0; ) {
      Frame frame = heard.next();
      left -= frame.topic().equals(SOC) ? 1 : 0;
    }
  }

  @Test
  void deviceThatIsNamedIsKeptTalkingAndAskedForNothingElse() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        GxDevice device = new GxDevice(broker, ID, PATIENCE_MILLIS)) {
      try (Overheard heard = hearing(broker, "N/" + ID + "/battery/#", true)) {
        heardAnew(heard, 6);
      }
      assertThat(device.asked()).hasSizeGreaterThan(5).containsOnly("R/" + ID + "/keepalive");
      for (int i = 0; i < 400 && device.isAlive(); i++) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(device.isAlive()).as("without us").isFalse();
    }
  }

  @Test
  void deviceThatIsNotNamedIsFoundByItsSerialNumber() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        GxDevice device = new GxDevice(broker, ID, PATIENCE_MILLIS);
        Overheard heard = hearing(broker, "N/+/battery/#", true)) {
      heardAnew(heard, 3);
      assertThat(device.asked()).containsOnly("R/" + ID + "/keepalive");
    }
  }

  @Test
  void isKeptTalkingAgainAfterTheBrokerWasAway() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Overheard heard = hearing(broker, "N/" + ID + "/battery/#", true)) {
      try (GxDevice device = new GxDevice(broker, ID, PATIENCE_MILLIS)) {
        heardAnew(heard, 2);
        assertThat(device.isAlive()).isTrue();
      }
      broker.stop();
      assertThat(heard.trouble()).isNotEmpty();
      broker.start();
      try (GxDevice device = new GxDevice(broker, ID, PATIENCE_MILLIS)) {
        heardAnew(heard, 2);
        assertThat(device.asked()).containsOnly("R/" + ID + "/keepalive");
      }
    }
  }

  @Test
  void whoPublishesLinesIsAskedForNothing() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        GxDevice device = new GxDevice(broker, ID, PATIENCE_MILLIS);
        Overheard heard = hearing(broker, "N/" + ID + "/#", false)) {
      assertThat(heard.text()).as("its serial number").contains(ID);
      TimeUnit.MILLISECONDS.sleep(3 * EVERY_MILLIS);
      assertThat(device.asked()).isEmpty();
    }
  }

  @Test
  void brokerThatLetsUsPublishNothingIsTold() throws Exception {
    String rules = "user %s\ntopic read #\n".formatted(TestBroker.USER);
    try (TestBroker broker = TestBroker.limited(folder, rules);
        Overheard heard = hearing(broker, "N/" + ID + "/battery/#", true)) {
      assertThat(heard.trouble()).contains("nothing is published", "R/" + ID + "/keepalive");
    }
  }

  @Test
  void deviceThatNobodyNamesAndThatNeverIntroducedItselfIsTold() throws Exception {
    try (TestBroker broker = TestBroker.start(folder);
        Overheard heard = hearing(broker, "N/+/battery/#", true)) {
      assertThat(heard.trouble()).contains("name its VRM portal ID");
    }
  }

  @Test
  void namesThatAreMadeUpAreAskedForOnlyUpToALimit() {
    VenusKeepAlive venus = VenusKeepAlive.of("N/+/battery/#").orElseThrow();
    for (int i = 0; i < 1000; i++) {
      venus.heard("N/device%d/battery/0/Soc".formatted(i));
    }
    venus.heard("N/+/battery/0/Soc");
    venus.heard("N/a b/battery/0/Soc");
    assertThat(venus.topics()).hasSize(16).allMatch(t -> t.matches("R/device\\d+/keepalive"));
    assertThat(VenusKeepAlive.of("#")).isEmpty();
    assertThat(VenusKeepAlive.of("zigbee/N/1/#")).isEmpty();
  }
}
