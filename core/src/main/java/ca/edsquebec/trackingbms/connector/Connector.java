package ca.edsquebec.trackingbms.connector;

import java.util.List;

/**
 * A kind of BMS, or of gateway in front of one. Stateless; safe for any number of threads.
 *
 * <p>Implementations carry {@code @AutoService(Connector.class)}, have a public constructor without
 * arguments and live alone in {@code connector.<id>}.
 */
public interface Connector {

  /** Stable, lower case: what a battery's row and the URL hold. Equals the package's last name. */
  String id();

  /** A proper noun, the same in every language, such as {@code foxBMS 2}. */
  String displayName();

  /** What may be set per battery. */
  List<ConnectorSetting> settings();

  /** A decoder that has seen nothing yet. */
  Decoder newDecoder(ConnectorSettings settings);
}
