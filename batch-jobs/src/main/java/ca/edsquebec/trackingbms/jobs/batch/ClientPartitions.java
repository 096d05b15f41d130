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

  static final int AT_ONCE = 2;

  /** How many shares the job began with: its parameter {@code shares}. */
  @Inject @BatchProperty String shares;

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
    plan.setThreads(Math.min(AT_ONCE, count));
    plan.setPartitionProperties(properties);
    return plan;
  }

  static boolean isIn(String client, int share, int shares) {
    return Math.floorMod(client.hashCode(), shares) == share;
  }
}
