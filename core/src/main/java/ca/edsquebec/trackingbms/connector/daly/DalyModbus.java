package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Modbus of both kinds. An answer does not say which registers it holds; without its request, that
 * is read off its length.
 */
final class DalyModbus {

  private static final int READ = 3;
  private static final int D2 = 0xD2;
  private static final int P81_SECOND_BLOCK = 0x41;
  private static final int P81_SECOND_LENGTH = 62;
  private static final int MIN_D2 = 62;

  private DalyModbus() {}

  static Optional<Decoded> read(byte[] telegram, byte[] request) throws FrameException {
    if (ModbusAnswer.isRequest(telegram)) {
      return Optional.empty();
    }
    int refusal = ModbusAnswer.refusal(telegram);
    if (refusal != 0) {
      throw new FrameException("command refused by the BMS: Modbus exception " + refusal);
    }
    ModbusAnswer answer = ModbusAnswer.of(telegram);
    if (answer.function() != READ) {
      return Optional.empty();
    }
    int count = answer.data().length / 2;
    int first = ModbusAnswer.firstRegister(request).orElse(guessed(answer, count));
    Decoded said = new Decoded().show("address", "0x%02X".formatted(answer.address()));
    said.show("registers", BigDecimal.valueOf(count));
    if (answer.address() == D2) {
      return first == 0 && count >= MIN_D2
          ? Optional.of(DalyRegisters.D2.read(answer.data(), 0, said))
          : Optional.empty();
    }
    said.show("block", "0x%04X..0x%04X".formatted(first, first + count - 1));
    return Optional.of(DalyRegisters.P81.read(answer.data(), first, said));
  }

  private static int guessed(ModbusAnswer answer, int count) {
    boolean second = answer.address() != D2 && count == P81_SECOND_LENGTH;
    return second ? P81_SECOND_BLOCK : 0;
  }
}
