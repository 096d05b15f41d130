package ca.edsquebec.trackingbms.audit;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some entries of a chain, newest first.
 *
 * @param next for {@link AuditQuery#olderThan}; empty when there are none older
 */
public record AuditPage(List<Entry> entries, OptionalLong next) {

  public AuditPage {
    entries = List.copyOf(entries);
  }
}
