package ca.edsquebec.trackingbms.connector.daly;

import ca.edsquebec.trackingbms.connector.AnswerDecoder;
import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the two languages apart and remembers how many cells and probes A5 has told of. */
final class DalyDecoder implements Decoder {

  private A5Size size;

  DalyDecoder() {
    this(A5Size.UNKNOWN);
  }

  private DalyDecoder(A5Size size) {
    this.size = size;
  }

  @Override
  public Decoder copy() {
    return new DalyDecoder(size);
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    A5Answers answers = new A5Answers(size);
    Optional<Decoded> said = read(frame, answers);
    size = answers.size();
    return said.map(Decoded::readings);
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    return read(frame, new A5Answers(size)).map(Decoded::signals);
  }

  private static Optional<Decoded> read(Frame frame, A5Answers answers) throws FrameException {
    return AnswerDecoder.read(
        frame,
        DalyTelegram.SHAPE,
        (telegram, of) ->
            DalyTelegram.isA5(telegram)
                ? answers.read(telegram)
                : DalyModbus.read(telegram, of.request()));
  }
}
