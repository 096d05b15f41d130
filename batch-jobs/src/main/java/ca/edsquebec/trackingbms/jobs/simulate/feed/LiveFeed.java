package ca.edsquebec.trackingbms.jobs.simulate.feed;

import ca.edsquebec.trackingbms.jobs.portal.AwayException;
import ca.edsquebec.trackingbms.jobs.simulate.foxbms.FoxBms;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * What one battery sends of now: a set of frames for each second. Nothing is held but times, since
 * a set can be made again; what was sent and is not durable is sent again after a failure. For one
 * thread.
 */
final class LiveFeed implements Live {

  /**
   * What is older goes the way of the history, thinned: a portal that comes back is not flooded.
   */
  private static final long HELD_MILLIS = 5 * 60_000L;

  private static final long SECOND = 1000;

  private final SimulatedBattery battery;
  private final Portal portal;
  private final Progress progress;
  private OptionalLong sentUntil = OptionalLong.empty();
  private long durableUntil;
  private boolean toldUnusable;

  LiveFeed(SimulatedBattery battery, Portal portal, Progress progress) {
    this.battery = battery;
    this.portal = portal;
    this.progress = progress;
  }

  @Override
  public boolean sendUntil(long second) throws IOException, InterruptedException {
    if (sentUntil.isEmpty()) {
      sentUntil = OptionalLong.of(second - SECOND);
      durableUntil = second - SECOND;
    }
    long after = sentUntil.getAsLong();
    boolean leavesAGap = second - after > HELD_MILLIS;
    String frames = frames(leavesAGap ? second - SECOND : after, second);
    if (!frames.isEmpty()) {
      post(frames);
    }
    sentUntil = OptionalLong.of(second);
    return leavesAGap;
  }

  private String frames(long after, long until) {
    StringBuilder frames = new StringBuilder();
    for (long t = after + SECOND; t <= until; t += SECOND) {
      if (!battery.model().isSilentAt(t)) {
        frames.append(FoxBms.candump(battery.model().at(t)));
      }
    }
    return frames.toString();
  }

  private void post(String frames) throws IOException, InterruptedException {
    try {
      Portal.Receipt receipt = portal.frames(battery.code(), frames);
      durableUntil = receipt.durableUntil().orElse(durableUntil);
      if (receipt.unusable() > 0 && !toldUnusable) {
        toldUnusable = true;
        progress.unusable(battery.code(), receipt.reason());
      }
    } catch (AwayException e) {
      // It may have been started anew and have forgotten what was not stored.
      sentUntil = OptionalLong.of(durableUntil);
      throw e;
    }
  }
}
