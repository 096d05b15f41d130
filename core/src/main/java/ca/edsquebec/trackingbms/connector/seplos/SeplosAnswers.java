package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.AsciiHexShown;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Sorts telegrams by their envelope and structure. */
final class SeplosAnswers {

  private static final Set<Integer> COMMANDS = Set.of(0x42, 0x44, 0x45, 0x47, 0x4D, 0x4F, 0x51);
  private static final int MAKER_BYTES = 32;

  /** Of a pack of 16 cells, whose layout is documented. */
  private static final int DOCUMENTED_BYTES = 75;

  private static final int CELL_COUNT = 2;
  private static final int SINGLE_MACHINE = 0x61;

  private SeplosAnswers() {}

  static Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    if (SeplosTelegram.isText(telegram)) {
      return text(AsciiHex.of(telegram));
    }
    return SeplosTelegram.isBinary(telegram)
        ? binary(telegram)
        : SeplosV3.read(telegram, frame.request());
  }

  private static Optional<Decoded> text(AsciiHex answer) throws FrameException {
    if (COMMANDS.contains(answer.code())) {
      return Optional.empty();
    }
    if (answer.code() != 0) {
      throw new FrameException("return code 0x%02X".formatted(answer.code()));
    }
    byte[] info = answer.info();
    Decoded said = new Decoded().show("frame", AsciiHexShown.of(answer));
    boolean telemetry = SeplosTelemetry.fits(info, true);
    if (telemetry) {
      said.module(answer.address(), "42", SeplosTelemetry.read(info, said));
    } else if (info.length == MAKER_BYTES) {
      said.show("device", Bytes.text(info, 0, 10));
      said.show("raw_version", Bytes.hex(info, 10, 13));
      // Where the version ends is not documented; its third byte may be the maker's first letter.
      said.show("manufacturer", Bytes.text(info, 12, MAKER_BYTES - 12));
    }
    if (info.length != DOCUMENTED_BYTES && info.length != MAKER_BYTES) {
      said.show("raw_info", Bytes.hex(info, 0, info.length));
      if (!telemetry && info.length > CELL_COUNT) {
        said.show("cell_count", BigDecimal.valueOf(Bytes.u8(info, CELL_COUNT)));
      }
    }
    return Optional.of(said);
  }

  private static Optional<Decoded> binary(byte[] telegram) throws FrameException {
    int address = Bytes.u8(telegram, 2);
    int command = Bytes.u8(telegram, 3);
    int length = Bytes.u16(telegram, 5);
    Decoded said = new Decoded().show("ver", "0x%02X".formatted(Bytes.u8(telegram, 1)));
    said.show("adr", BigDecimal.valueOf(address));
    said.show("cmd", "0x%02X".formatted(command));
    said.show("rtn", BigDecimal.valueOf(Bytes.u8(telegram, 4)));
    said.show("length", BigDecimal.valueOf(length));
    int code = Bytes.u8(telegram, 4);
    if (command == SINGLE_MACHINE && code != 0) {
      throw new FrameException("return code 0x%02X".formatted(code));
    }
    byte[] info = Arrays.copyOfRange(telegram, SeplosTelegram.INFO, SeplosTelegram.INFO + length);
    if (command == SINGLE_MACHINE && SeplosTelemetry.fits(info, false)) {
      said.module(address, "42", SeplosTelemetry.read(info, said));
    } else {
      said.show("info_hex", Bytes.hex(info, 0, length));
    }
    return Optional.of(said);
  }
}
