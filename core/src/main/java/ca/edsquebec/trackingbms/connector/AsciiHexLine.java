package ca.edsquebec.trackingbms.connector;

import ca.edsquebec.trackingbms.connector.wire.AsciiHex;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The envelope that Pylontech, Seplos and PACE share as whoever asks sees it. An answer does not
 * say what it answers, only whose it is: there is one request at a time.
 */
public final class AsciiHexLine {

  /** Telegrams from the tilde to their check; the CR behind it may get lost and is left out. */
  public static final Framing ANSWERS = new Answers();

  /** In a request in the place of a module: all of them. */
  public static final int ALL = 0xFF;

  /** A stack of many modules at 9,600 Bd needs more than a second for an answer. */
  private static final long TIMEOUT_MICROS = 3_000_000;

  private static final long PAUSE_MICROS = 100_000;

  private AsciiHexLine() {}

  /** Asks a line one request at a time. */
  public static Dialogue dialogue(List<Poll> polls) {
    return dialogue(polls, (command, info) -> true);
  }

  /**
   * As above, with a device that is asked for several things: an answer that came too late for its
   * own request must not be taken for that of the next.
   *
   * @param contents whether the second, the payload of an answer, can answer the first, a command
   */
  public static Dialogue dialogue(List<Poll> polls, BiPredicate<Integer, byte[]> contents) {
    return new Polling(
        polls,
        ANSWERS,
        (request, answer) -> answers(AsciiHex.of(request), AsciiHex.of(answer), contents),
        TIMEOUT_MICROS,
        PAUSE_MICROS);
  }

  /** Of the same module, in the same protocol, and no echo, which has the command again. */
  private static boolean answers(
      AsciiHex asked, AsciiHex said, BiPredicate<Integer, byte[]> contents) {
    boolean all = asked.info().length > 0 && (asked.info()[0] & 0xFF) == ALL;
    return said.version() == asked.version()
        && said.group() == asked.group()
        && said.code() != asked.code()
        && (all || said.address() == asked.address())
        && (said.code() != 0 || contents.test(asked.code(), said.info()));
  }

  private static final class Answers implements Framing {

    private static final Framing WITH_END =
        new TelegramFraming(AsciiHex.SHAPE, 1, AsciiHex.MAX_LENGTH);

    @Override
    public int measure(byte[] bytes, int from, int to) {
      int length = WITH_END.measure(bytes, from, to);
      return length > 0 && bytes[from + length - 1] == '\r' ? length - 1 : length;
    }

    @Override
    public int maxLength() {
      return WITH_END.maxLength();
    }
  }
}
