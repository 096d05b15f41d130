package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.ReadAnswer;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Modbus of both kinds. An answer does not say which registers it holds; without its request, that
 * is read off its length, and believed when the registers' contents can be that block.
 */
final class DalyModbus {

  private static final int READ = 3;
  private static final int D2 = 0xD2;
  private static final int P81_FIRST_LENGTH = 64;
  private static final int P81_SECOND_BLOCK = 0x41;
  private static final int P81_SECOND_LENGTH = 62;
  private static final int MIN_D2 = 62;
  private static final int LONG_D2 = 80;

  private DalyModbus() {}

  static Optional<Decoded> read(byte[] telegram, byte[] request) throws FrameException {
    ModbusAnswer answer = ReadAnswer.of(telegram, request).orElse(null);
    if (answer == null || answer.function() != READ) {
      return Optional.empty();
    }
    boolean d2 = answer.address() == D2;
    DalyRegisters registers = d2 ? DalyRegisters.D2 : DalyRegisters.P81;
    int count = answer.data().length / 2;
    OptionalInt asked = ModbusAnswer.firstRegister(request);
    OptionalInt known = asked.isPresent() ? asked : guessed(answer, registers, count);
    Decoded said = new Decoded().show("address", "0x%02X".formatted(answer.address()));
    said.show("registers", BigDecimal.valueOf(count));
    if (known.isEmpty()) {
      return Optional.of(said.show("data_hex", Bytes.hex(answer.data(), 0, answer.data().length)));
    }
    int first = known.getAsInt();
    if (d2) {
      return first == 0 && count >= MIN_D2
          ? Optional.of(registers.read(answer.data(), 0, said))
          : Optional.empty();
    }
    said.show("block", "0x%04X..0x%04X".formatted(first, first + count - 1));
    return Optional.of(registers.read(answer.data(), first, said));
  }

  private static OptionalInt guessed(ModbusAnswer answer, DalyRegisters registers, int count) {
    boolean d2 = registers.equals(DalyRegisters.D2);
    boolean second = !d2 && count == P81_SECOND_LENGTH;
    boolean whole = d2 ? count == MIN_D2 || count == LONG_D2 : count == P81_FIRST_LENGTH;
    int first = second ? P81_SECOND_BLOCK : 0;
    return (second || whole) && registers.fits(answer.data(), first)
        ? OptionalInt.of(first)
        : OptionalInt.empty();
  }
}
