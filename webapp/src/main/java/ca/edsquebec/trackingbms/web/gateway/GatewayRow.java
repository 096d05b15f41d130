package ca.edsquebec.trackingbms.web.gateway;

import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.gateway.Gateway;
import ca.edsquebec.trackingbms.gateway.GatewayNow;
import ca.edsquebec.trackingbms.gateway.GatewayNow.Stranger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A gateway in the list and on its page.
 *
 * @param batteries behind it, by code, as far as the reader may see them
 * @param stranger name of the key with which somebody else calls itself so; empty when nobody does,
 *     or it is not the reader's to know
 */
public record GatewayRow(GatewayNow now, List<Battery> batteries, String stranger) {

  public GatewayRow {
    batteries = List.copyOf(batteries);
  }

  public Gateway gateway() {
    return now.gateway();
  }

  /** As in the texts. */
  public String state() {
    return now.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The colour and icon of its state, as those of batteries. */
  public String tone() {
    return switch (now.state()) {
      case AWAITED -> "unknown";
      case IN_CONTACT -> "normal";
      case SILENT -> "critical";
    };
  }

  public boolean isSilent() {
    return now.isSilent();
  }

  public int count() {
    return batteries.size();
  }

  /** Epoch milliseconds; 0 for never. */
  public long contact() {
    return gateway().contact().at().map(Instant::toEpochMilli).orElse(0L);
  }

  public boolean tellsBacklog() {
    return gateway().contact().backlog().isPresent();
  }

  public long backlog() {
    return gateway().contact().backlog().orElse(0);
  }

  public boolean tellsTime() {
    return gateway().contact().offsetMillis().isPresent();
  }

  /** Seconds between its clock and ours, whichever is ahead. */
  public double offset() {
    return Math.abs(gateway().contact().offsetMillis().orElse(0)) / 1000.0;
  }

  /** Whether the gateway's clock is ahead of ours. */
  public boolean isAhead() {
    return gateway().contact().offsetMillis().orElse(0) > 0;
  }

  /** Whether its clock needs setting. */
  public boolean isClockOff() {
    return gateway().isClockOff();
  }

  /** Whether its clock is as good as ours: what is less than two seconds is the way's. */
  public boolean isClockRight() {
    return offset() < 2;
  }

  /** Epoch milliseconds; 0 when no other key calls itself so. */
  public long strangerAt() {
    return now.stranger().map(Stranger::at).map(Instant::toEpochMilli).orElse(0L);
  }
}
