package ca.edsquebec.trackingbms.connector.pylontech;

import ca.edsquebec.trackingbms.connector.Decoded;
import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import ca.edsquebec.trackingbms.connector.wire.AsciiHexShown;
import ca.edsquebec.trackingbms.connector.wire.Bytes;
import ca.edsquebec.trackingbms.connector.wire.Telegrams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts answers by what they answer. Where the request is not beside the answer, that is read off
 * the answer's own structure, which no two kinds share.
 */
final class PylontechAnswers {

  static final int ANALOG = 0x42;
  static final int ALARM = 0x44;
  private static final int PARAMETERS = 0x47;
  private static final int VERSION = 0x4F;
  private static final int MAKER = 0x51;
  static final int MANAGEMENT = 0x92;
  private static final int SERIAL = 0x93;
  private static final int UNKNOWN = -1;
  private static final Set<Integer> COMMANDS =
      Set.of(ANALOG, ALARM, PARAMETERS, VERSION, MAKER, MANAGEMENT, SERIAL, 0x94, 0x95, 0x96);
  private static final int ALL_MODULES = 0xFF;

  /** Newer firmware appends a byte; flags of one cell would be 13. */
  private static final int MOST_MANAGEMENT = PylontechLimits.MANAGEMENT_BYTES + 1;

  private static final Map<Integer, String> REFUSALS =
      Map.of(
          1,
          "VER",
          2,
          "CHKSUM",
          3,
          "LCHKSUM",
          4,
          "CID2 invalid",
          5,
          "format",
          6,
          "data invalid",
          0x90,
          "ADR",
          0x91,
          "communication");

  private PylontechAnswers() {}

  static Optional<Decoded> read(byte[] telegram, Frame frame) throws FrameException {
    AsciiHex answer = AsciiHex.of(telegram);
    if (COMMANDS.contains(answer.code())) {
      return Optional.empty();
    }
    if (answer.code() != 0) {
      throw new FrameException(
          "return code 0x%02X: %s"
              .formatted(answer.code(), REFUSALS.getOrDefault(answer.code(), "not documented")));
    }
    Decoded said = new Decoded().show("frame", AsciiHexShown.of(answer));
    List<byte[]> asked = Telegrams.find(frame.request(), AsciiHex.SHAPE).whole();
    AsciiHex request = asked.isEmpty() ? null : AsciiHex.of(asked.get(0));
    byte[] info = answer.info();
    if (request != null && !canAnswer(request.code(), info)) {
      throw new FrameException(
          "%d bytes that can't answer command %02X: they may be the answer to another one"
              .formatted(info.length, request.code()));
    }
    switch (request == null ? guessed(info) : request.code()) {
      case ANALOG -> PylontechAnalog.read(answer, said);
      case ALARM -> PylontechAlarms.read(answer, asksAll(request), said);
      case PARAMETERS -> PylontechLimits.parameters(info, said);
      case MANAGEMENT -> PylontechLimits.management(answer, said);
      case VERSION -> said.show("raw", Bytes.hex(info, 0, info.length));
      case MAKER -> maker(info, said);
      default -> {
        // Understood as far as the envelope goes: serial numbers and versions are not kept.
      }
    }
    return Optional.of(said);
  }

  /**
   * The number of a module: the first one has address 2 and speaks for all.
   *
   * @param index within the answer
   */
  static int module(AsciiHex answer, int index) {
    return answer.address() - 1 + index;
  }

  /** Whether that is what the command asks for; which one it answers, an answer does not say. */
  static boolean canAnswer(int command, byte[] info) {
    return switch (command) {
      case ANALOG -> PylontechAnalog.fits(info);
      case ALARM -> info.length > MOST_MANAGEMENT && !PylontechAnalog.fits(info);
      case MANAGEMENT ->
          info.length >= PylontechLimits.MANAGEMENT_BYTES && info.length <= MOST_MANAGEMENT;
      default -> true;
    };
  }

  private static boolean asksAll(AsciiHex request) {
    return request != null
        && request.info().length > 0
        && (request.info()[0] & 0xFF) == ALL_MODULES;
  }

  private static int guessed(byte[] info) {
    if (PylontechAnalog.fits(info)) {
      return ANALOG;
    }
    return switch (info.length) {
      case PylontechLimits.MANAGEMENT_BYTES -> MANAGEMENT;
      case PylontechLimits.PARAMETER_BYTES -> PARAMETERS;
      default -> PylontechAlarms.fits(info) ? ALARM : UNKNOWN;
    };
  }

  private static void maker(byte[] info, Decoded said) throws FrameException {
    if (info.length < 32) {
      throw new FrameException("truncated: %d bytes of 32 of the maker".formatted(info.length));
    }
    said.show("battery", Bytes.text(info, 0, 10));
    said.show("software_version", Bytes.u8(info, 10) + "." + Bytes.u8(info, 11));
    said.show("manufacturer", Bytes.text(info, 12, 20).replaceAll("-+$", ""));
  }
}
