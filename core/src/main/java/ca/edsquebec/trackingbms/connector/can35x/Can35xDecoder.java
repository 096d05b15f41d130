package ca.edsquebec.trackingbms.connector.can35x;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Field;
import ca.edsquebec.trackingbms.connector.wire.FieldTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts messages by their identifier; remembers the limit of charge, which tells the scale. */
final class Can35xDecoder implements Decoder {

  private static final int LIMITS = 0x351;
  private static final int CHARGE = 0x355;
  private static final int VALUES = 0x356;

  private Can35xVoltage voltage;

  Can35xDecoder(String voltageScale) {
    this(new Can35xVoltage(voltageScale, 0));
  }

  private Can35xDecoder(Can35xVoltage voltage) {
    this.voltage = voltage;
  }

  @Override
  public Decoder copy() {
    return new Can35xDecoder(voltage);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    Optional<Decoded> said = read(frame);
    if (said.isPresent() && frame.canId() == LIMITS) {
      voltage = new Can35xVoltage(voltage.setting(), Bytes.u16Little(frame.data(), 0));
    }
    return said.map(Decoded::readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return read(frame).map(Decoded::signals);
  }

  private Optional<Decoded> read(Frame frame) throws FrameException {
    int id = frame.canId();
    if (id < 0) {
      throw new FrameException("not a CAN frame: it has no identifier");
    }
    byte[] data = frame.data();
    if (data.length > 8) {
      throw new FrameException("%d bytes in a CAN frame".formatted(data.length));
    }
    Decoded said = new Decoded().show("id", "0x%03X".formatted(id));
    FieldTable numbers = Can35xMessages.NUMBERS.get(id);
    if (numbers != null) {
      numbers(id, data, numbers, said);
    } else if (Can35xMessages.TEXTS.contains(id)) {
      said.show("text", text(data));
    } else if (!others(id, data, said)) {
      return Optional.empty();
    }
    return Optional.of(said);
  }

  private void numbers(int id, byte[] data, FieldTable numbers, Decoded said)
      throws FrameException {
    need(data, 2);
    if (id == VALUES) {
      said.number("voltage_V", voltage.volts((short) Bytes.u16Little(data, 0)), "packVoltage");
    }
    for (Field field : numbers) {
      if (field.at() + field.width() <= data.length) {
        said.number(field.name(), field.value(data, 0), field.meaning());
      }
    }
    // Only some send the finer state of charge; the others leave zeros there.
    int fine = data.length >= 6 ? Bytes.u16Little(data, 4) : 0;
    if (id == CHARGE && fine != 0) {
      said.number("soc_hires_pct", Field.decimal(fine, 2), "soc");
    }
  }

  private static boolean others(int id, byte[] data, Decoded said) throws FrameException {
    switch (id) {
      case 0x359 -> {
        need(data, 5);
        Can35xAlarms.bits(data, said);
      }
      case 0x35A -> {
        need(data, 8);
        Can35xAlarms.pairs(data, said);
      }
      case 0x35C -> {
        need(data, 1);
        said.chargeAllowed("charge_enable", (data[0] & 0x80) != 0);
        said.dischargeAllowed("discharge_enable", (data[0] & 0x40) != 0);
        said.show("force_charge_1", (data[0] & 0x20) != 0);
        said.show("force_charge_2", (data[0] & 0x10) != 0);
        said.show("request_full_charge", (data[0] & 0x08) != 0);
      }
      case 0x35F -> {
        need(data, 6);
        said.show("cell_chemistry_raw", BigDecimal.valueOf(Bytes.u16Little(data, 0)));
        said.show("hw_version_raw", Bytes.hex(data, 2, 4));
        int online = Bytes.u16Little(data, 4);
        said.show("online_capacity_Ah", BigDecimal.valueOf(online));
        said.mean("+onlineCapacity", online == 0 ? Double.NaN : online);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] data) {
    int from = 0;
    while (from < data.length && data[from] == 0) {
      from++;
    }
    return Bytes.text(data, from, data.length - from);
  }

  private static void need(byte[] data, int bytes) throws FrameException {
    if (data.length < bytes) {
      throw new FrameException("truncated: %d bytes of %d".formatted(data.length, bytes));
    }
  }
}
