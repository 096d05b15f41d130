package ca.edsquebec.trackingbms.connector.dbc;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** CAN frames by a customer's database; {@link SignalTable} says how {@code signals} is written. */
@AutoService(Connector.class)
public final class DbcConnector implements Connector {

  private static final String SIGNALS = DbcMapping.SETTING;
  private static final String NONE = "# no signal is mapped";

  /** As many {@link #bytes}: with the rest of a battery's settings it must fit into 64 KiB. */
  static final int MAX_BYTES = 56_000;

  @Override
  public String id() {
    return "dbc";
  }

  @Override
  public String displayName() {
    return "CAN + DBC";
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return Medium.CAN;
  }

  @Override
  public boolean keepsLastFrames() {
    return true;
  }

  @Override
  public List<ConnectorSetting> settings() {
    return List.of(ConnectorSetting.text(SIGNALS, NONE, MAX_BYTES, DbcConnector::check));
  }

  private static void check(String lines) {
    if (bytes(lines) > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%,d bytes, %,d at most".formatted(bytes(lines), MAX_BYTES));
    }
    var unused = SignalTable.parse(lines);
  }

  /** What these lines take where settings are kept: UTF-8, and two for a reverse solidus. */
  static int bytes(String lines) {
    return lines.replace("\\", "\\\\").getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new DbcDecoder(SignalTable.parse(settings.text(SIGNALS)));
  }

  @Override
  public ToLongFunction<Frame> pages(ConnectorSettings settings) {
    Map<String, MappedMessage> messages = SignalTable.parse(settings.text(SIGNALS));
    return frame ->
        Optional.ofNullable(messages.get(frame.idText()))
            .flatMap(MappedMessage::selector)
            .map(selector -> selector.raw(CanSignal.word(frame.data())))
            .orElse(0L);
  }
}
