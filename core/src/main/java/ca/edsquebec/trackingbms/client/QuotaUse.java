package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much of its quota a client has used.
 *
 * @param batteries those that are not retired
 * @param samplesToday since midnight, UTC
 */
public record QuotaUse(Quota quota, long batteries, long users, long samplesToday) {

  /** From this share on somebody should know. */
  private static final double NEARLY = 0.8;

  /**
   * One thing of which there is a limit.
   *
   * @param name {@code batteries}, {@code users} or {@code samplesADay}
   */
  public record Part(String name, long used, long limit) {

    /** In whole %, which may be more than 100. */
    public long percent() {
      return used * 100 / limit;
    }

    /** Whether no more is to be had. */
    public boolean isFull() {
      return used >= limit;
    }
  }

  /** Only what has a limit. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    add(parts, "batteries", batteries, quota.batteries());
    add(parts, "users", users, quota.users());
    add(parts, "samplesADay", samplesToday, quota.samplesADay());
    return parts;
  }

  /** What is used to 80 % at least. */
  public List<Part> warnings() {
    return parts().stream().filter(part -> part.used() >= NEARLY * part.limit()).toList();
  }

  private static void add(List<Part> parts, String name, long used, OptionalLong limit) {
    limit.ifPresent(most -> parts.add(new Part(name, used, most)));
  }
}
