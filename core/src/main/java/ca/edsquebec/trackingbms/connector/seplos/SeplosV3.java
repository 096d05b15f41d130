package ca.edsquebec.trackingbms.connector.seplos;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.ReadAnswer;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * V3: address 0 is the system, the packs are from 1 on. An answer does not say which block it is;
 * without its request, that is told by its length.
 */
final class SeplosV3 {

  private static final int COILS = 1;
  private static final int REGISTERS = 4;

  private SeplosV3() {}

  static Optional<Decoded> read(byte[] telegram, byte[] request) throws FrameException {
    Optional<ModbusAnswer> read = ReadAnswer.of(telegram, request);
    return read.isEmpty() ? Optional.empty() : read(read.get(), request);
  }

  private static Optional<Decoded> read(ModbusAnswer answer, byte[] request) {
    byte[] data = answer.data();
    Decoded said = new Decoded().show("address", BigDecimal.valueOf(answer.address()));
    said.show("function", BigDecimal.valueOf(answer.function()));
    said.show("bytes", BigDecimal.valueOf(data.length));
    if (answer.function() == COILS) {
      said.show("block", "coils (EIC 0x2200 / PIC 0x1200)");
      said.show("coils_hex", Bytes.hex(data, 0, data.length));
      return Optional.of(said);
    }
    if (answer.function() != REGISTERS) {
      return Optional.empty();
    }
    registers(answer, ModbusAnswer.firstRegister(request).orElse(-1), said);
    return Optional.of(said);
  }

  /**
   * @param first as asked for; −1 when that is not known
   */
  private static void registers(ModbusAnswer answer, int first, Decoded said) {
    byte[] data = answer.data();
    for (SeplosBlock block : SeplosBlock.ALL) {
      boolean system = answer.address() == 0;
      boolean asked = first < 0 ? system == block.system() : first == block.first();
      if (asked && data.length == block.bytes()) {
        said.show("block", block.name());
        Decoded part = block.read(data);
        said.signals().putAll(part.signals());
        if (system) {
          part.readings().forEach(said::say);
        } else {
          said.module(answer.address(), block.name(), part);
        }
        return;
      }
    }
  }
}
