package ca.edsquebec.trackingbms.identity;

/**
 * A key that was just made.
 *
 * @param text the whole key, {@code tbms_<id>_<secret>}: to be shown once, it can't be had again
 */
public record NewKey(ApiKey key, String text) {

  @Override
  public String toString() {
    return "NewKey[" + key + "]";
  }
}
