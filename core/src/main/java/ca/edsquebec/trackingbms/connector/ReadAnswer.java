package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.ModbusAnswer;
import java.util.Optional;

/** What a telegram of Modbus says to whoever reads registers. */
public final class ReadAnswer {

  private ReadAnswer() {}

  /**
   * The answer of a telegram that {@link ModbusAnswer#SHAPE} has found.
   *
   * @param request that stands beside it; empty when none does
   * @return empty when it is a request that was overheard
   * @throws FrameException when the device refused, or as many registers were not asked for: the
   *     request is another one's
   */
  public static Optional<ModbusAnswer> of(byte[] telegram, byte[] request) throws FrameException {
    if (ModbusAnswer.isRequest(telegram)) {
      return Optional.empty();
    }
    int refusal = ModbusAnswer.refusal(telegram);
    if (refusal != 0) {
      throw new FrameException("command refused by the battery: Modbus exception " + refusal);
    }
    ModbusAnswer answer = ModbusAnswer.of(telegram);
    boolean registers = answer.function() >= 3;
    int asked = ModbusAnswer.count(request).orElse(answer.data().length / 2);
    if (registers && asked != answer.data().length / 2) {
      throw new FrameException(
          "%d registers where %d were asked for: another request's answer"
              .formatted(answer.data().length / 2, asked));
    }
    return Optional.of(answer);
  }
}
