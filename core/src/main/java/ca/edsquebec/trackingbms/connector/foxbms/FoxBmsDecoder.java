package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.WorkingState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Dispatches each frame to the class that knows its meaning. What some frames said is made use of
 * when others come; after a silence that makes values old it is forgotten.
 */
final class FoxBmsDecoder implements Decoder {

  private final Settings settings;
  private PackValues values;
  private ChargeEstimation charge;
  private Alarms alarms;
  private State state;
  private long lastMicros;

  FoxBmsDecoder(Settings settings) {
    this.settings = settings;
    forget();
  }

  private void forget() {
    values = new PackValues(settings);
    charge = new ChargeEstimation(settings.strings());
    alarms = new Alarms(settings.strings());
    state = new State();
  }

  private FoxBmsDecoder(FoxBmsDecoder other) {
    settings = other.settings;
    values = other.values.copy();
    charge = other.charge.copy();
    alarms = other.alarms.copy();
    state = other.state.copy();
    lastMicros = other.lastMicros;
  }

  @Override
  public Decoder copy() {
    return new FoxBmsDecoder(this);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Optional<Message> message = Message.of(frame, settings);
    if (message.isPresent()) {
      if (Math.abs(frame.timeMicros() - lastMicros) > WorkingState.MAX_AGE_MICROS) {
        forget();
      }
      lastMicros = frame.timeMicros();
    }
    return message.map(this::readings);
  }

  private List<Reading> readings(Message message) {
    return switch (message.type().id()) {
      case 0x220 -> bmsState(message);
      case 0x222 -> alarms.fatalError(message);
      case 0x230, 0x231, 0x232 -> PlainScalars.readings(message);
      case 0x233 -> values.pack(message);
      case 0x234 -> state.insulation(message);
      case 0x235 -> charge.pack(message);
      case 0x240 -> alarms.string(message);
      case 0x243 -> values.string(message);
      case 0x244 -> values.energyCounter(message);
      case 0x245 -> charge.string(message);
      case 0x250 -> Cells.voltages(message, settings.cells());
      case 0x260 -> Cells.temperatures(message, settings.sensors());
      // Understood, and nothing in it is a value of the battery that is not said better elsewhere:
      // requests to the BMS, the string extremes of 0x241 and 0x242 (0x241 clips at 64 °C and
      // above), what the BMS is told (0x270, 0x280) and what its sensors say to it.
      default -> List.of();
    };
  }

  private List<Reading> bmsState(Message message) {
    List<Reading> readings = new ArrayList<>(state.bms(message, values.current()));
    readings.addAll(charge.connected(message));
    readings.add(alarms.pack(message));
    return readings;
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return Message.of(frame, settings)
        .map(
            message -> {
              Map<String, Object> exact = new LinkedHashMap<>();
              message.forEach((name, s) -> exact.put(name, s.exact(message.raw(s))));
              return exact;
            });
  }

  /** The bare integers of a frame, by name. */
  Optional<Map<String, Long>> raw(Frame frame) throws FrameException {
    return Message.of(frame, settings)
        .map(
            message -> {
              Map<String, Long> raw = new LinkedHashMap<>();
              message.forEach((name, s) -> raw.put(name, message.raw(s)));
              return raw;
            });
  }
}
