package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSetting;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Decoder;
import ca.edsquebec.trackingbms.connector.Delivers;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.Medium;
import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanSignal;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * foxBMS 2 on a CAN bus.
 *
 * <p>{@code version} chooses the message map: two identifiers changed their layout between the two
 * and the frames do not tell. {@code currentSign} is what the firmware was built with ({@code
 * BS_POSITIVE_DISCHARGE_CURRENT}, on by default). {@code strings}, {@code cells} and {@code
 * sensors} are the battery's size; frames beyond it are refused.
 */
@AutoService(Connector.class)
public final class FoxBmsConnector implements Connector {

  @Override
  public String id() {
    return "foxbms";
  }

  @Override
  public String displayName() {
    return "foxBMS 2";
  }

  @Override
  public Medium medium(ConnectorSettings settings) {
    return Medium.CAN;
  }

  @Override
  public List<ConnectorSetting> settings() {
    return Settings.DECLARED;
  }

  @Override
  public Decoder newDecoder(ConnectorSettings settings) {
    return new FoxBmsDecoder(Settings.of(settings));
  }

  @Override
  public Optional<Delivers> delivers() {
    return Optional.of(FoxBmsDelivers.ALL);
  }

  @Override
  public ToLongFunction<Frame> pages(ConnectorSettings settings) {
    Map<Integer, CanMessage> messages = MessageMap.of(Settings.of(settings).version10());
    return frame -> {
      CanMessage message = messages.get(frame.canId());
      return message == null || frame.data().length != message.length()
          ? 0
          : message.mux(CanSignal.word(frame.data()));
    };
  }
}
