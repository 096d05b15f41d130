package ca.edsquebec.trackingbms.jobs.apikey;

import ca.edsquebec.trackingbms.identity.ApiKey;
import ca.edsquebec.trackingbms.jobs.console.Choice;
import ca.edsquebec.trackingbms.jobs.console.Fields;
import java.time.Instant;
import java.util.Locale;

/** A key as it is told; its secret is not part of it. */
final class KeyFields {

  private KeyFields() {}

  static Fields of(ApiKey key) {
    return new Fields()
        .with("id", key.id())
        .with("client", key.tenant().slug())
        .with("name", key.name())
        .with("scopes", key.scopes().stream().sorted().map(Choice::word).toList())
        .with("status", key.state(Instant.now()).name().toLowerCase(Locale.ROOT))
        .with("access", key.access().text())
        .with("expiresAt", key.expiresAt())
        .with("createdAt", key.createdAt())
        .with("lastUsedAt", key.lastUsedAt())
        .with("revokedAt", key.revokedAt());
  }
}
