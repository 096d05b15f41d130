package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the portal is. An old one, or none, costs that some frames are sent again and nothing
 * else.
 *
 * @param sent behind the last block that it has answered for
 * @param durableMillis frame time up to which all is stored, epoch milliseconds; {@link
 *     Long#MIN_VALUE} when it has not said so
 */
record Bookmark(Position sent, long durableMillis) {

  private static final Bookmark NONE = new Bookmark(Position.START, Long.MIN_VALUE);
  private static final Pattern FORM =
      Pattern.compile("sent (\\d{1,18}) (\\d{1,18}) (-?\\d{1,19})\n");

  static Bookmark read(Path file) throws IOException {
    try {
      // Of one byte a letter: what a power cut left there may be anything.
      Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      return form.matches()
          ? new Bookmark(
              new Position(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))),
              Long.parseLong(form.group(3)))
          : NONE;
    } catch (NoSuchFileException | NumberFormatException none) {
      return NONE;
    }
  }

  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(
        next,
        "sent %d %d %d\n".formatted(sent.segment(), sent.offset(), durableMillis),
        StandardCharsets.US_ASCII);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
