package ca.edsquebec.trackingbms.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

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

  /**
   * What such a device can say at best; empty where the battery's own file or sender decides. The
   * same for all settings.
   */
  default Optional<Delivers> delivers() {
    return Optional.empty();
  }

  /** What the frames of a device with these settings travel on. */
  default Medium medium(ConnectorSettings settings) {
    return Medium.LINE;
  }

  /**
   * How a stream of bytes from such a device is cut into frames; empty for what only comes in
   * frames, as on a CAN bus.
   */
  default Optional<Framing> framing(ConnectorSettings settings) {
    return Optional.empty();
  }

  /**
   * The conversation with a device that must be asked, before its connection is opened; empty for
   * what speaks by itself.
   */
  default Optional<Dialogue> newDialogue(ConnectorSettings settings) {
    return Optional.empty();
  }

  /**
   * Which page of a CAN identifier a frame has, where one identifier carries several in turn:
   * frames of one identifier and page replace each other, so that whoever thins a bus needs only
   * the newest. The function takes any CAN frame, never throws, and is for one thread.
   */
  default ToLongFunction<Frame> pages(ConnectorSettings settings) {
    return frame -> 0;
  }

  /**
   * The settings with which the pack's voltage would be read in another scale; empty when none of
   * its settings does that, or when they are so already.
   *
   * @param given the settings of a battery
   * @param factor by which the voltage is too large now: a power of ten
   */
  default Optional<Map<String, String>> rescaled(Map<String, String> given, double factor) {
    return Optional.empty();
  }

  /**
   * Whether the last frames of each identifier are worth keeping in memory, for whoever says later
   * what they mean. Only for frames that hold no secret.
   */
  default boolean keepsLastFrames() {
    return false;
  }

  /**
   * What may be kept or shown of data that could not be understood: the same bytes, with what may
   * be a secret blotted out. Called for frames and for pieces of text that hold some.
   *
   * @param data not changed; the answer may be the same array
   */
  default byte[] withoutSecrets(byte[] data) {
    return data;
  }
}
