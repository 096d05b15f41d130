package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.util.Optional;

/** What a telegram of Modbus says to whoever reads registers. */
public final class ReadAnswer {

  private ReadAnswer() {}

  /**
   * The answer of a telegram that {@link ModbusAnswer#SHAPE} has found.
   *
   * @return empty when it is a request that was overheard
   * @throws FrameException when the device refused
   */
  public static Optional<ModbusAnswer> of(byte[] telegram) throws FrameException {
    if (ModbusAnswer.isRequest(telegram)) {
      return Optional.empty();
    }
    int refusal = ModbusAnswer.refusal(telegram);
    if (refusal != 0) {
      throw new FrameException("command refused by the battery: Modbus exception " + refusal);
    }
    return Optional.of(ModbusAnswer.of(telegram));
  }
}
