package ca.edsquebec.trackingbms.notification;

import ca.edsquebec.trackingbms.secret.SealedColumn;
import com.google.auto.service.AutoService;

/** What messages that wait will say. */
@AutoService(SealedColumn.class)
public final class SealedContent implements SealedColumn {

  @Override
  public Place place() {
    return new Place(true, true, "outbox", "uid", "content", "outbox");
  }
}
