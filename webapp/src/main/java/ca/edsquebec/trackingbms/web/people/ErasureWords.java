package ca.edsquebec.trackingbms.web.people;

import ca.edsquebec.trackingbms.identity.ErasureRefused;
import ca.edsquebec.trackingbms.tenant.Tenant;
import ca.edsquebec.trackingbms.tenant.TenantId;
import ca.edsquebec.trackingbms.tenant.Tenants;
import ca.edsquebec.trackingbms.web.page.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The words for why somebody can't be erased. */
public final class ErasureWords {

  private ErasureWords() {}

  /** Names what has no other administrator. */
  public static String text(ErasureRefused refused, Tenants tenants, Texts texts) {
    return refused.platform()
        ? texts.of("person.last-of-platform")
        : texts.of("person.last-of-client", names(refused.clients(), tenants));
  }

  /** What people call these clients. */
  static String names(List<TenantId> clients, Tenants tenants) {
    return clients.stream()
        .map(id -> tenants.find(id).map(Tenant::name).orElse(id.slug()))
        .collect(Collectors.joining(", "));
  }
}
