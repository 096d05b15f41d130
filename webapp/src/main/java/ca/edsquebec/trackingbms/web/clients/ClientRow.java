package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.client.QuotaUse;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.platform.UnavailableException;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.page.PeriodText;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client as the list shows it.
 *
 * @param use null when its database can't be asked: it is being made or erased, or is away
 * @param retention how long samples are kept, in words
 */
public record ClientRow(Tenant client, QuotaUse use, String retention) {

  private static final Logger LOG = LoggerFactory.getLogger(ClientRow.class);

  static ClientRow of(Tenant client, Quotas quotas, RetentionPeriods periods, Texts texts) {
    return new ClientRow(
        client, use(client, quotas), PeriodText.of(periods.of(client.id()).period(), texts));
  }

  /** Its status as its text is called. */
  public String state() {
    return client.status().name().toLowerCase(Locale.ROOT);
  }

  /** The colour of its status. */
  public String tone() {
    return switch (client.status()) {
      case ACTIVE -> "normal";
      case SUSPENDED -> "warning";
      case DELETING, ERASING -> "critical";
      case PROVISIONING -> "unknown";
    };
  }

  /** From when on it may be erased, in epoch milliseconds; 0 when it is not to be. */
  public long eraseAt() {
    return client.hold().flatMap(Tenant.Hold::eraseAt).map(at -> at.toEpochMilli()).orElse(0L);
  }

  // One whose database is away must not hide all others.
  private static QuotaUse use(Tenant client, Quotas quotas) {
    if (client.status() == Tenant.Status.PROVISIONING || client.status() == Tenant.Status.ERASING) {
      return null;
    }
    try {
      return quotas.use(client.id());
    } catch (UnavailableException away) {
      LOG.warn("client {}: what it uses can't be counted now: {}", client.id(), away.getMessage());
      return null;
    }
  }
}
