package ca.edsquebec.trackingbms.web.clients;

import ca.edsquebec.trackingbms.client.Archive;
import ca.edsquebec.trackingbms.client.Export;
import ca.edsquebec.trackingbms.client.Quotas;
import ca.edsquebec.trackingbms.client.Standing;
import ca.edsquebec.trackingbms.identity.FactorPolicy;
import ca.edsquebec.trackingbms.tenant.RetentionPeriods;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.web.page.Form;
import ca.edsquebec.trackingbms.web.page.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.glassfish.jersey.server.mvc.Viewable;

/** Draws the page of one client, for all that is done on it. */
public final class ClientView {

  /** What it can say was just done. */
  static final List<String> DONE =
      List.of(
          "made", "quotas", "suspended", "lifted", "deleting", "restored", "factor", "visit-ended");

  /**
   * What the page shows.
   *
   * @param archive the newest one; null when there is none
   * @param factorRequired whether it asks its people for a second factor
   * @param graceDays how long it could be restored, unless said otherwise
   * @param minutes how long somebody may look as this client
   * @param done what was just done; empty for nothing
   */
  public record View(
      ClientRow row,
      Archive archive,
      boolean factorRequired,
      Form form,
      long graceDays,
      List<Integer> minutes,
      String done) {

    /** Since when it is held as it is, in epoch milliseconds; 0 when it is not. */
    public long heldSince() {
      return row.client().hold().map(hold -> hold.since().toEpochMilli()).orElse(0L);
    }

    /** When the archive was begun, in epoch milliseconds. */
    public long archivedAt() {
      return archive.begunAt().toEpochMilli();
    }

    /** Why it is held; may be empty. */
    public String reason() {
      return row.client().hold().map(Tenant.Hold::reason).orElse("");
    }
  }

  private final Quotas quotas;
  private final RetentionPeriods periods;
  private final Export export;
  private final FactorPolicy factor;

  @Inject
  public ClientView(Quotas quotas, RetentionPeriods periods, Export export, FactorPolicy factor) {
    this.quotas = quotas;
    this.periods = periods;
    this.export = export;
    this.factor = factor;
  }

  /** The form of what is stored. */
  static Form stored(Tenant client) {
    return QuotaForm.of(client.quota())
        .with("grace", Long.toString(Standing.GRACE.toDays()))
        .with("minutes", Long.toString(SupportPage.USUAL_MINUTES));
  }

  Viewable page(Tenant client, Form form, String done, Visit visit) {
    return visit.page(
        "clients/client",
        new View(
            ClientRow.of(client, quotas, periods, visit.texts()),
            export.newest(client.id()).orElse(null),
            factor.isRequired(client.id()),
            form,
            Standing.GRACE.toDays(),
            SupportPage.MINUTES,
            DONE.contains(done) ? done : ""));
  }
}
