package ca.edsquebec.trackingbms.identity;

import ca.edsquebec.trackingbms.secret.SealedColumn;
import com.google.auto.service.AutoService;

/** What the telephones of a second factor share with us. */
@AutoService(SealedColumn.class)
public final class SealedSeeds implements SealedColumn {

  @Override
  public Place place() {
    return new Place(true, false, "totp_factor", "user_id", "seed", "totp");
  }
}
