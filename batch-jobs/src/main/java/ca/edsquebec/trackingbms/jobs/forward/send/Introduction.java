package ca.edsquebec.trackingbms.jobs.forward.send;

import ca.edsquebec.trackingbms.jobs.console.BuildVersion;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * What a request tells the portal of the forwarder itself, so that it stands among the client's
 * gateways (docs/operations.md, Gateways). Safe for any number of threads.
 */
public final class Introduction {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final String PRODUCT = "TrackingBMS-Forward/" + BuildVersion.text();

  private final String name;
  private final LongSupplier waiting;
  private final Clock clock;

  /**
   * @param name for which {@link #isName} holds
   * @param waiting frames of all batteries that the portal has not answered for
   */
  public Introduction(String name, LongSupplier waiting, Clock clock) {
    this.name = name;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Whether the portal takes such a name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Puts it into the head of a request.
   *
   * @param frames that this one brings: those behind them are the backlog
   */
  void addTo(HttpRequest.Builder request, int frames) {
    request
        .header("X-TBMS-Gateway", name)
        .header("X-TBMS-Gateway-Version", PRODUCT)
        .header("X-TBMS-Backlog", Long.toString(Math.max(0, waiting.getAsLong() - frames)))
        .header("X-TBMS-Sent-At", Long.toString(clock.millis()));
  }
}
