package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.jobs.portal.RefusedException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends frames in one request, or in as many as it takes to bring them through where the portal, or
 * something before it, refuses large ones. A frame that is too large by itself is set aside. For
 * one thread.
 */
final class Parts {

  /** Whoever finds a frame of so few bytes too large takes nothing at all: none is set aside. */
  private static final int SMALL_BYTES = 2048;

  private static final int MOST_REMEMBERED = 1000;

  private final String battery;
  private final String connector;
  private final Uplink uplink;
  private final RequestSize size;
  private final SetAside aside;
  private final SendListener listener;

  /** Those are among what is sent again, and were set aside before. */
  private final Set<Large> known = new LinkedHashSet<>();

  private record Large(long timeMicros, int bytes) {}

  Parts(
      String battery,
      String connector,
      Uplink uplink,
      RequestSize size,
      SetAside aside,
      SendListener listener) {
    this.battery = battery;
    this.connector = connector;
    this.uplink = uplink;
    this.size = size;
    this.aside = aside;
    this.listener = listener;
  }

  /** As {@link Uplink#send}, in one request, for one or more frames. */
  Uplink.Receipt send(List<Frame> frames) throws IOException, InterruptedException {
    List<Frame> left = unknown(frames);
    return left.isEmpty() ? Uplink.Receipt.NONE : request(left);
  }

  /**
   * As above, in as many requests as it takes.
   *
   * @throws RefusedException for its size when not even a small frame is let through
   */
  Uplink.Receipt halves(List<Frame> frames) throws IOException, InterruptedException {
    List<Frame> left = unknown(frames);
    if (left.size() < 2) {
      return left.isEmpty() ? Uplink.Receipt.NONE : part(left);
    }
    int half = left.size() / 2;
    Uplink.Receipt first = part(left.subList(0, half));
    return first.and(part(left.subList(half, left.size())));
  }

  private Uplink.Receipt part(List<Frame> frames) throws IOException, InterruptedException {
    try {
      return request(frames);
    } catch (RefusedException e) {
      if (!e.isTooLarge()) {
        throw e;
      }
      return frames.size() == 1 ? single(frames.get(0), e) : halves(frames);
    }
  }

  private Uplink.Receipt request(List<Frame> frames) throws IOException, InterruptedException {
    Uplink.Receipt receipt = uplink.send(battery, connector, frames);
    size.fitted();
    return receipt;
  }

  private List<Frame> unknown(List<Frame> frames) {
    return known.isEmpty()
        ? frames
        : frames.stream().filter(frame -> !known.contains(large(frame))).toList();
  }

  private Uplink.Receipt single(Frame frame, RefusedException refusal) throws IOException {
    Large large = large(frame);
    if (large.bytes() <= SMALL_BYTES) {
      throw refusal;
    }
    listener.setAside(frame, large.bytes(), aside.file(), aside.add(frame));
    if (known.size() >= MOST_REMEMBERED) {
      known.remove(known.iterator().next());
    }
    known.add(large);
    return Uplink.Receipt.NONE;
  }

  private static Large large(Frame frame) {
    int bytes = frame.data().length + frame.request().length + frame.topic().length();
    return new Large(frame.timeMicros(), bytes);
  }
}
