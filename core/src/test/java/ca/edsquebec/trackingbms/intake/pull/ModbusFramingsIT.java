package ca.edsquebec.trackingbms.intake.pull;

import static ca.edsquebec.trackingbms.intake.pull.PullWorld.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Metric;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.testkit.DeviceServer;
import ca.edsquebec.trackingbms.testkit.ModbusDevice;
import ca.edsquebec.trackingbms.testkit.TestInstallation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makers' own Modbus on real sockets, as a serial server and as a gateway carry it. What devices
 * answer was recorded: {@code vectors/daly} and {@code vectors/seplos}.
 */
class ModbusFramingsIT {

  /** A P81 of 16 cells: 53.0 V, −8.9 A, 86.4 %, 270 Ah left. It answers as 51. */
  private static final ModbusDevice DALY =
      new ModbusDevice(
          Map.of(
              "810300000040",
              "03800cf40cf00cf30cf20cf30cf10cf30cf30cf00cf30cf30cf40cf30cf30cf30cf5"
                  + "00".repeat(64)
                  + "003e003e003e003e0000000000000000021274d7036000b6001000040cf50010",
              "81030041003e",
              "037c00020005003e0004003e000100000002000000000a8c00070007000000000000000000010001"
                  + "0000000000000cf401a200000040004600000000ffff000075301a0602140b220d74040200000000"
                  + "0080000074c80011035b0000000000000080000000000000"
                  + "ff".repeat(16)
                  + "00ffffff0002"),
          0x51 - 0x81);

  /** A system of one pack: 52.34 V, −6.7 A, 47.9 %; the cells are of another recording. */
  private static final ModbusDevice SEPLOS =
      new ModbusDevice(
          Map.of(
              "00042000001a",
              "043414720000ffbdffff346400006d60000000d500006d60000000010000000000000708000007080000"
                  + "024001d00002000901df03e7",
              "000421000016",
              "042c0cc90cc600020007147214720000000000fa00ee00f40000000101df01df000903e7010a010a010a"
                  + "00000000",
              "010410000011",
              "04221472fd3034646d6000d501df03e700090cc70b9f0cc80cc60ba50b99000000b400b4",
              "01041100001a",
              "04340dc80dc80dc80dc70dc70dc70dc70dc60dc60dc70dc70dc70dc70dc80dc80dc90ba50b990b9a0ba4"
                  + "0aab0aab0aab0aab0bc40bb5"),
          0);

  private static TestInstallation installation;
  private static PullWorld bench;
  private final Pull pull = bench.pull();

  @BeforeAll
  static void start() {
    installation = new TestInstallation();
    bench = new PullWorld(installation, true);
  }

  @AfterAll
  static void stop() {
    bench.close();
    installation.close();
  }

  @AfterEach
  void close() throws Exception {
    pull.close();
    bench.forgetDevices();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "rtu-tcp", "modbus-tcp"})
  void readsADaly(String scheme) throws Exception {
    Sample sample = read("daly", "modbus-81", scheme, DALY);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isEqualTo(53.0);
    assertThat(sample.value(Metric.CURRENT)).isEqualTo(-8.9);
    assertThat(sample.value(Metric.SOC)).isEqualTo(86.4);
    assertThat(sample.value(Metric.REMAINING_CAPACITY)).isEqualTo(270);
    assertThat(sample.cellVoltages()).hasSize(16).startsWith(new double[] {3.316, 3.312, 3.315});
    assertThat(sample.temperatures()).containsExactly(22, 22, 22, 22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "rtu-tcp", "modbus-tcp"})
  void readsASeplosOfVersion3(String scheme) throws Exception {
    Sample sample = read("seplos", "v3", scheme, SEPLOS);
    assertThat(sample.value(Metric.PACK_VOLTAGE)).isCloseTo(52.34, within(1e-9));
    assertThat(sample.value(Metric.SOC)).isCloseTo(47.9, within(1e-9));
    assertThat(sample.cellVoltages()).hasSize(16).startsWith(new double[] {3.528, 3.528, 3.528});
  }

  private Sample read(String connector, String asked, String scheme, ModbusDevice device)
      throws Exception {
    boolean line = !scheme.equals("modbus-tcp");
    try (DeviceServer server = new DeviceServer(line ? device.onLine() : device.behindGateway())) {
      Battery battery = battery("acme", connector, asked);
      bench.set("acme", battery, scheme + "://127.0.0.1:" + server.port());
      // The first may have been taken before all blocks had been read.
      until(pull, "two samples", () -> bench.stored("acme", battery).size() >= 2);
      assertThat(bench.device("acme", battery).state()).isEqualTo(PullDevice.State.TALKING);
      assertThat(bench.device("acme", battery).fault()).isEmpty();
      assertThat(server.connections()).as("one conversation, kept open").isEqualTo(1);
      List<Sample> stored = bench.stored("acme", battery);
      return stored.get(stored.size() - 1);
    }
  }

  @Test
  void theWrongFramingIsNotUnderstoodAndOthersDoNotFeelIt() throws Exception {
    try (DeviceServer onLine = new DeviceServer(DALY.onLine());
        DeviceServer gateway = new DeviceServer(SEPLOS.behindGateway())) {
      Battery wrong = battery("acme", "daly", "modbus-81");
      Battery right = battery("boreal", "seplos", "v3");
      bench.set("acme", wrong, "modbus-tcp://127.0.0.1:" + onLine.port());
      bench.set("boreal", right, "modbus-tcp://127.0.0.1:" + gateway.port());
      until(pull, "a failure", () -> bench.device("acme", wrong).failures() > 0);
      until(pull, "two samples", () -> bench.stored("boreal", right).size() >= 2);
      assertThat(bench.stored("acme", wrong)).isEmpty();
      assertThat(bench.device("boreal", right).failures()).isZero();
    }
  }

  private static Battery battery(String client, String connector, String asked) {
    return bench.battery(client, connector, Map.of("asked", asked), Duration.ofSeconds(1));
  }
}
