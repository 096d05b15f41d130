package ca.edsquebec.trackingbms.jobs.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.inject.Inject;
import java.util.Properties;

/**
 * Divides the clients into shares. Which client is in which follows from its name and from how many
 * shares the job began with, so that a restart finds each where it was.
 */
public final class ClientPartitions implements PartitionMapper {

  /** More than work at a time, so that one large client does not leave the others waiting. */
  static final int USUAL = 8;

  private static final int AT_ONCE = 2;

  /** How many shares the job began with: its parameter {@code shares}. */
  @Inject @BatchProperty String shares;

  /** How many clients at a time; two unless the job says otherwise. */
  @Inject @BatchProperty String atOnce;

  ClientPartitions() {}

  @Override
  public PartitionPlan mapPartitions() {
    int count = Integer.parseInt(shares);
    Properties[] properties = new Properties[count];
    for (int i = 0; i < count; i++) {
      properties[i] = new Properties();
      properties[i].setProperty("share", Integer.toString(i));
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(count);
    plan.setThreads(threads(atOnce, count));
    plan.setPartitionProperties(properties);
    return plan;
  }

  /**
   * @param atOnce null for the usual
   */
  static int threads(String atOnce, int shares) {
    return Math.min(atOnce == null ? AT_ONCE : Integer.parseInt(atOnce), shares);
  }

  static boolean isIn(String client, int share, int shares) {
    return Math.floorMod(client.hashCode(), shares) == share;
  }
}
