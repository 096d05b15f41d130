package ca.edsquebec.trackingbms.connector.jbd;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each function answers. */
final class JbdAnswers {

  static final int BASIC = 0x03;
  static final int CELLS = 0x04;
  static final int MODEL = 0x05;
  private static final int COUNTERS = 0xAA;

  /** Of function 0xAA, a word each. */
  private static final List<String> COUNTED =
      List.of(
          "short_circuit",
          "charge_overcurrent",
          "discharge_overcurrent",
          "cell_overvoltage",
          "cell_undervoltage",
          "charge_overtemperature",
          "charge_undertemperature",
          "discharge_overtemperature",
          "discharge_undertemperature",
          "pack_overvoltage",
          "pack_undervoltage");

  private JbdAnswers() {}

  static Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    if (JbdTelegram.isRequest(telegram)) {
      return Optional.empty();
    }
    int status = Bytes.u8(telegram, 2);
    if (status != 0) {
      throw new FrameException("status byte 0x%02X: command refused by the BMS".formatted(status));
    }
    int function = Bytes.u8(telegram, 1);
    int length = Bytes.u8(telegram, 3);
    Decoded said = new Decoded().show("function", "0x%02X".formatted(function));
    return switch (function) {
      case BASIC -> Optional.of(JbdBasicInfo.read(telegram, JbdTelegram.DATA, length, said));
      case CELLS -> Optional.of(cells(telegram, length, said));
      case MODEL ->
          Optional.of(
              said.show("hardware_version", Bytes.text(telegram, JbdTelegram.DATA, length)));
      case COUNTERS -> Optional.of(counters(telegram, length, said));
      default -> Optional.empty();
    };
  }

  private static Decoded cells(byte[] telegram, int length, Decoded said) {
    List<BigDecimal> volts = new ArrayList<>();
    for (int i = 0; i + 1 < length; i += 2) {
      volts.add(Field.decimal(Bytes.u16(telegram, JbdTelegram.DATA + i), 3));
    }
    return said.cells(volts);
  }

  private static Decoded counters(byte[] telegram, int length, Decoded said) throws FrameException {
    if (length < 2 * COUNTED.size()) {
      throw new FrameException("truncated: %d bytes of error counters".formatted(length));
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    for (int i = 0; i < COUNTED.size(); i++) {
      int count = Bytes.u16(telegram, JbdTelegram.DATA + 2 * i);
      counts.put(COUNTED.get(i), BigDecimal.valueOf(count));
    }
    return said.show("error_counts", counts);
  }
}
