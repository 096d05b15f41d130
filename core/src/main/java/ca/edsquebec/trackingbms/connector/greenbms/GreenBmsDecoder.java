package ca.edsquebec.trackingbms.connector.greenbms;

import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.wire.Lines;
import ca.edsquebec.trackingbms.measure.Alarm;
import ca.edsquebec.trackingbms.measure.AlarmCode;
import ca.edsquebec.trackingbms.measure.AlarmLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines of a Control Unit; each stands for itself, so there is nothing to remember. */
final class GreenBmsDecoder implements Decoder {

  private static final Alarm CUMULATIVE =
      new Alarm(AlarmCode.UNSPECIFIED, AlarmLevel.WARNING, "cumulative alarm");

  private final CellPage cellPage;

  GreenBmsDecoder(int cells) {
    cellPage = new CellPage(cells);
  }

  @Override
  public Decoder copy() {
    return this;
  }

  @Override
  public Optional<List<Reading>> decode(Frame frame) throws FrameException {
    List<List<Token>> lines = lines(frame);
    List<Reading> readings = new ArrayList<>();
    for (List<Token> line : lines) {
      Set<Integer> silent = CellPage.silent(line);
      for (Token token : line) {
        readings.addAll(readings(token, silent.contains(token.number())));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(readings);
  }

  private List<Reading> readings(Token token, boolean silent) throws FrameException {
    return switch (token.kind()) {
      case 'g' -> Overview.reading(token).map(List::of).orElse(List.of());
      case 'v', 't', 'u', 'z' -> cellPage.readings(token, silent);
      case 'i' -> token.number() == 1 ? List.of(cumulative(token)) : List.of();
      // Parameters, and m000 and f000, which are for the client's plan.
      default -> List.of();
    };
  }

  private static Reading cumulative(Token token) throws FrameException {
    return switch (token.value()) {
      case "0" -> new Reading.Alarms("i001", List.of());
      case "1" -> new Reading.Alarms("i001", List.of(CUMULATIVE));
      default -> throw new FrameException("i001 is %s, not 0 or 1".formatted(token.value()));
    };
  }

  @Override
  public Optional<Map<String, Object>> signals(Frame frame) throws FrameException {
    if (decode(frame).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> signals = new LinkedHashMap<>();
    for (List<Token> line : lines(frame)) {
      for (Token token : line) {
        boolean isText = token.kind() == 'z' || token.value().isEmpty();
        signals.put(token.name(), isText ? token.value() : token.decimal());
      }
    }
    return Optional.of(signals);
  }

  /** The lines that are the protocol's, the password left out. */
  private static List<List<Token>> lines(Frame frame) throws FrameException {
    if (frame.canId() >= 0) {
      throw new FrameException("a CAN frame, where the device speaks on a line");
    }
    List<List<Token>> lines = new ArrayList<>();
    for (byte[] bytes : Lines.of(frame.data())) {
      String line = new String(bytes, StandardCharsets.ISO_8859_1);
      // What the USB port says when it starts, and noise without any token.
      if (line.indexOf('$') >= 0 || line.indexOf('#') >= 0) {
        List<Token> tokens = new ArrayList<>(Token.of(line));
        tokens.removeIf(Token::isPassword);
        lines.add(tokens);
      }
    }
    return lines;
  }
}
