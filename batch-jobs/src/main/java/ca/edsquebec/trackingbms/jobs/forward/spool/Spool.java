package ca.edsquebec.trackingbms.jobs.forward.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One battery's frames on their way to the portal. Safe for one thread that writes and one that
 * reads.
 *
 * <p>Deleted is what the portal has confirmed, but for the last minute of it: with that a portal
 * that was started anew knows again what it knew. When what is not confirmed reaches the limit, the
 * oldest of it goes, and the listener hears how much.
 */
public final class Spool implements AutoCloseable {

  /** For so long a value counts in the portal: what is older tells a new start nothing. */
  public static final long KEPT_MILLIS = 60_000;

  private static final String SUFFIX = ".frames";
  private static final long LARGEST_SEGMENT = 4 << 20;
  private static final int SEGMENTS = 16;

  /** More than that are not sent again: a request holds twice as many. */
  private static final int MOST_AGAIN = 100_000;

  private final Path folder;
  private final long limit;
  private final SpoolListener listener;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private Position sent;
  private Position next;
  private long durableMillis;
  private long unsentFrames;

  /**
   * Opens it, or begins one.
   *
   * @param limit in bytes
   */
  public Spool(Path folder, long limit, SpoolListener listener) throws IOException {
    this.folder = folder;
    this.limit = limit;
    this.listener = listener;
    Files.createDirectories(folder);
    for (long number : numbers(folder)) {
      Segment segment = new Segment(number, file(number));
      segments.put(number, segment);
      if (segment.cut() > 0) {
        listener.cut(segment.cut(), file(number));
      }
    }
    if (segments.isEmpty()) {
      roll();
    }
    Bookmark bookmark = Bookmark.read(bookmark());
    // A power cut may have taken what was sent: what comes in its place was not.
    sent = between(first(), bookmark.sent(), end());
    durableMillis = bookmark.durableMillis();
    next = sent;
    if (bookmark.sent().compareTo(sent) > 0) {
      saveBookmark();
    }
    unsentFrames = framesFrom(sent, end());
  }

  /** The last place between two blocks that is not behind the one given. */
  private Position between(Position begin, Position given, Position end) throws IOException {
    Position found = begin;
    for (Position at = begin; at.compareTo(end) < 0 && at.compareTo(given) <= 0; at = behind(at)) {
      found = at;
    }
    return end.compareTo(given) <= 0 ? end : found;
  }

  private static List<Long> numbers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{1,18}\\" + SUFFIX))
          .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
          .toList();
    }
  }

  /** How far the source had been read when the last block was written. */
  public synchronized Mark mark() {
    for (Segment segment : segments.descendingMap().values()) {
      if (segment.size() > 0) {
        return segment.mark();
      }
    }
    return Mark.NONE;
  }

  /**
   * Writes a block behind all others.
   *
   * @throws IOException when the disk does not take it, not even in place of the oldest
   */
  public synchronized void append(Block block) throws IOException {
    if (segments.lastEntry().getValue().size() >= Math.min(LARGEST_SEGMENT, limit / SEGMENTS)) {
      roll();
    }
    try {
      segments.lastEntry().getValue().append(block);
    } catch (IOException e) {
      if (!dropOldest("the disk takes no more: " + e.getMessage())) {
        throw e;
      }
      segments.lastEntry().getValue().append(block);
    }
    unsentFrames += block.frames().size();
    while (bytes() > limit && dropOldest("the spool has reached its limit")) {}
    notifyAll();
  }

  private void roll() throws IOException {
    long number = segments.isEmpty() ? 1 : segments.lastKey() + 1;
    if (!segments.isEmpty()) {
      segments.lastEntry().getValue().sync();
    }
    segments.put(number, new Segment(number, file(number)));
  }

  /** Never the one that is written to. */
  private boolean dropOldest(String why) throws IOException {
    if (segments.size() < 2) {
      return false;
    }
    Segment oldest = segments.firstEntry().getValue();
    Position behind = new Position(segments.higherKey(oldest.number()), 0);
    long lost = framesFrom(later(first(), sent), behind);
    segments.remove(oldest.number());
    oldest.delete();
    sent = later(sent, behind);
    next = later(next, behind);
    unsentFrames -= lost;
    if (lost > 0) {
      listener.lost(lost, oldest.newestMillis(), why);
    }
    return true;
  }

  /** What was written until now outlives a power cut. */
  public synchronized void sync() throws IOException {
    segments.lastEntry().getValue().sync();
  }

  /**
   * The next frames to send, at least a block when there is one; waits for the first.
   *
   * @param maxFrames of those that were not sent before, as far as blocks allow
   * @param patienceMillis how long to wait
   */
  public synchronized Optional<Batch> next(int maxFrames, long patienceMillis)
      throws IOException, InterruptedException {
    long until = System.nanoTime() / 1_000_000 + patienceMillis;
    for (long left = patienceMillis; unsentFrames == 0 && left > 0; ) {
      wait(left);
      left = until - System.nanoTime() / 1_000_000;
    }
    Position known = settled(sent);
    Position at = settled(next);
    BatchBuilder batch = new BatchBuilder(at, maxFrames);
    for (boolean room = true; room && at.compareTo(end()) < 0; ) {
      Block block = block(at);
      room = batch.hasRoom(block.frames().size());
      if (at.compareTo(known) < 0) {
        batch.addKnown(block);
        at = behind(at);
      } else if (room) {
        batch.add(block, at, segments.get(at.segment()).length(at.offset()));
        at = behind(at);
      }
    }
    return batch.build(at, at.compareTo(end()) < 0);
  }

  /**
   * The portal has answered for the batch.
   *
   * @param durable frame time up to which all is stored, epoch milliseconds
   */
  public synchronized void sent(Batch batch, long durable) throws IOException {
    // Of what was dropped meanwhile nothing is left to be counted.
    Position begin = later(later(batch.from(), sent), first());
    if (begin.compareTo(batch.end()) < 0) {
      unsentFrames -= framesFrom(begin, batch.end());
    }
    sent = later(sent, batch.end());
    next = later(next, batch.end());
    durableMillis = Math.max(durableMillis, durable);
    deleteConfirmed();
    notifyAll();
  }

  private void deleteConfirmed() throws IOException {
    while (durableMillis != Long.MIN_VALUE
        && segments.size() > 1
        && segments.firstKey() < sent.segment()
        && segments.firstEntry().getValue().newestMillis() <= durableMillis - KEPT_MILLIS) {
      segments.pollFirstEntry().getValue().delete();
    }
  }

  /** Has what was sent and is not durable sent again, with the minute before it. */
  public synchronized void goBack() throws IOException {
    goBack(durableMillis == Long.MIN_VALUE ? Long.MIN_VALUE : durableMillis - KEPT_MILLIS);
  }

  /**
   * Has what was sent before and is newer sent again. What was not sent comes in any case, whatever
   * time a clock that was put back gave it.
   *
   * @param millis epoch milliseconds
   */
  public synchronized void goBack(long millis) throws IOException {
    Position at = first();
    while (at.compareTo(sent) < 0 && isOlder(at, millis)) {
      Segment segment = segments.get(at.segment());
      boolean whole = segment.newestMillis() <= millis && at.segment() < sent.segment();
      at = whole ? new Position(segments.higherKey(at.segment()), 0) : behind(at);
    }
    for (long again = framesFrom(at, sent); again > MOST_AGAIN; at = behind(at)) {
      again -= block(at).frames().size();
    }
    next = at;
  }

  private boolean isOlder(Position at, long millis) throws IOException {
    return segments.get(at.segment()).newestMillis() <= millis
        || block(at).newestMillis() <= millis;
  }

  /** Waits until what is there leaves half of the limit free. */
  public synchronized void awaitRoom() throws InterruptedException {
    while (bytes() > limit / 2 && unsentFrames > 0) {
      wait();
    }
  }

  /** Frames that the portal has not answered for. */
  public synchronized long unsentFrames() {
    return unsentFrames;
  }

  /** Epoch milliseconds; {@link Long#MIN_VALUE} when the portal has not said. */
  public synchronized long durableMillis() {
    return durableMillis;
  }

  /** On disk. */
  public synchronized long bytes() {
    return segments.values().stream().mapToLong(Segment::size).sum();
  }

  /** Remembers how far the portal is. */
  public synchronized void saveBookmark() throws IOException {
    new Bookmark(sent, durableMillis).write(bookmark());
  }

  private long framesFrom(Position from, Position to) throws IOException {
    long frames = 0;
    for (Position at = settled(from); at.compareTo(to) < 0; at = behind(at)) {
      frames += block(at).frames().size();
    }
    return frames;
  }

  private Block block(Position at) throws IOException {
    return segments
        .get(at.segment())
        .read(at.offset())
        .orElseThrow(
            () ->
                new IOException(
                    "%s is damaged at byte %d: delete it, with what it holds"
                        .formatted(file(at.segment()), at.offset())));
  }

  private Position behind(Position at) throws IOException {
    long length = segments.get(at.segment()).length(at.offset());
    return settled(new Position(at.segment(), at.offset() + length));
  }

  /** The same place; at a segment's end, the beginning of the next one where there is one. */
  private Position settled(Position at) {
    Long later = segments.higherKey(at.segment());
    boolean ended = at.offset() >= segments.get(at.segment()).size();
    return ended && later != null ? settled(new Position(later, 0)) : at;
  }

  private Position first() {
    return new Position(segments.firstKey(), 0);
  }

  private Position end() {
    return new Position(segments.lastKey(), segments.lastEntry().getValue().size());
  }

  private static Position later(Position a, Position b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private Path file(long number) {
    return folder.resolve("%018d%s".formatted(number, SUFFIX));
  }

  private Path bookmark() {
    return folder.resolve("portal");
  }

  @Override
  public synchronized void close() throws IOException {
    saveBookmark();
    for (Segment segment : segments.values()) {
      segment.close();
    }
  }
}
