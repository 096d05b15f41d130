package ca.edsquebec.trackingbms.secret;

import com.google.auto.service.AutoService;

/** What {@link KeptSettings} keeps. */
@AutoService(SealedColumn.class)
public final class SealedSettings implements SealedColumn {

  @Override
  public Place place() {
    return new Place(true, false, "kept_setting", "name", "sealed", "setting");
  }
}
