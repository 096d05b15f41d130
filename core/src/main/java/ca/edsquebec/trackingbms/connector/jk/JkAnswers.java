package ca.edsquebec.trackingbms.connector.jk;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.math.BigDecimal;
import java.util.Optional;

/** Sorts telegrams by what they hold. */
final class JkAnswers {

  private static final int SETTINGS = 1;
  private static final int LIVE = 2;
  private static final int DEVICE = 3;

  private static final FieldTable RECORD =
      FieldTable.parse(
          """
          record_type  4  u8  1  -
          counter      5  u8  1  -
          """);

  private static final FieldTable COUNTERS =
      FieldTable.parse(
          """
          uptime_s        38  u32le  1  -
          power_on_count  42  u32le  1  -
          """);

  private final String layout;

  /**
   * @param layout a choice of {@link JkLayout}
   */
  JkAnswers(String layout) {
    this.layout = layout;
  }

  Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    if (!JkTelegram.isRecord(telegram)) {
      return JkTagged.read(telegram);
    }
    Decoded said = new Decoded().fields(RECORD, telegram, 0);
    int type = Bytes.u8(telegram, 4);
    return switch (type) {
      case SETTINGS -> Optional.of(said);
      case LIVE ->
          Optional.of(JkLayout.chosen(layout, frame.variant(), telegram).read(telegram, said));
      case DEVICE -> Optional.of(device(telegram, said));
      default -> throw new FrameException("record type %d is not 1, 2 or 3".formatted(type));
    };
  }

  private static Decoded device(byte[] telegram, Decoded said) {
    said.show("vendor_id", Bytes.text(telegram, 6, 16));
    said.show("hardware_version", Bytes.text(telegram, 22, 8));
    said.show("software_version", Bytes.text(telegram, 30, 8));
    said.fields(COUNTERS, telegram, 0);
    said.show("device_name", Bytes.text(telegram, 46, 16));
    // The pass code at 62 is left out.
    said.show("manufacturing_date", Bytes.text(telegram, 78, 8));
    return said.show("serial_number", Bytes.text(telegram, 86, 11));
  }

  /** What a table foresees of a value that a probe that is not there sends. */
  static final BigDecimal ABSENT = BigDecimal.valueOf(-200);
}
