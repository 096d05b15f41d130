package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.Connector;
import ca.edsquebec.trackingbms.connector.ConnectorSettings;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.connector.WorkingState;
import ca.edsquebec.trackingbms.measure.Sample;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decoders with settings, and what a battery looks like after a few frames. */
final class Decoders {

  private static final Connector CONNECTOR = new FoxBmsConnector();

  private Decoders() {}

  static Settings defaults() {
    return Settings.of(ConnectorSettings.of(CONNECTOR, Map.of()));
  }

  /** Settings as name, value, name, value. */
  static FoxBmsDecoder of(String... settings) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      given.put(settings[i], settings[i + 1]);
    }
    return new FoxBmsDecoder(Settings.of(ConnectorSettings.of(CONNECTOR, given)));
  }

  /** {@code 233#050E0A1C000C0064} at time 0. */
  static Frame frame(String text) {
    String[] parts = text.split("#", 2);
    return Frame.can(0, Frame.canId(parts[0]), HexFormat.of().parseHex(parts[1]));
  }

  static List<Reading> readings(FoxBmsDecoder decoder, String frame) {
    try {
      return decoder.decode(frame(frame)).orElseThrow();
    } catch (FrameException e) {
      throw new AssertionError(frame, e);
    }
  }

  /** What is known after these frames. */
  static Sample after(FoxBmsDecoder decoder, String... frames) {
    WorkingState state = new WorkingState();
    for (String frame : frames) {
      state.merge(0, readings(decoder, frame));
    }
    return state.snapshot(0);
  }
}
