package ca.edsquebec.trackingbms.connector.modbus_map;

import ca.edsquebec.trackingbms.connector.AlarmBits;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.ReadAnswer;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads answers by a map. */
final class MappedAnswers {

  private static final String CURRENT = "current";

  private final RegisterMap map;
  private final boolean turned;

  /**
   * @param turned whether the current's sign is the other way round
   */
  MappedAnswers(RegisterMap map, boolean turned) {
    this.map = map;
    this.turned = turned;
  }

  Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    Optional<ModbusAnswer> read = ReadAnswer.of(telegram, frame.request());
    return read.isEmpty() ? Optional.empty() : read(read.get(), frame);
  }

  private Optional<Decoded> read(ModbusAnswer answer, Frame frame) throws FrameException {
    byte[] data = answer.data();
    int count = data.length / 2;
    int first =
        first(frame, count)
            .orElseThrow(
                () ->
                    new FrameException(
                        "%d registers without the request that they answer".formatted(count)));
    Decoded said = new Decoded().show("address", BigDecimal.valueOf(answer.address()));
    said.show("first_register", "0x%04X".formatted(first));
    numbers(data, first, said);
    alarms(data, first, said);
    return Optional.of(said);
  }

  private OptionalInt first(Frame frame, int count) {
    OptionalInt asked = ModbusAnswer.firstRegister(frame.request());
    if (asked.isPresent()) {
      return asked;
    }
    String variant = frame.variant().toLowerCase(Locale.ROOT);
    return variant.matches("0x[0-9a-f]{1,4}")
        ? OptionalInt.of(Integer.decode(variant))
        : map.firstOf(count);
  }

  private void numbers(byte[] data, int first, Decoded said) {
    for (Field field : map.fields()) {
      int at = 2 * (field.at() - first);
      if (at >= 0 && at + field.width() <= data.length) {
        BigDecimal value = field.value(data, at - field.at());
        boolean turn = turned && field.meaning().equals(CURRENT);
        said.number(field.name(), turn ? value.negate() : value, field.meaning());
      }
    }
  }

  private void alarms(byte[] data, int first, Decoded said) {
    for (int register : new TreeSet<>(map.alarms().keySet())) {
      int at = 2 * (register - first);
      if (at >= 0 && at + 2 <= data.length) {
        AlarmBits bits = map.alarms().get(register);
        int word = Bytes.u16(data, at);
        said.show("alarms_%04X".formatted(register), bits.names(word));
        said.say(new Reading.Alarms("%04X".formatted(register), bits.raised(word)));
      }
    }
  }
}
