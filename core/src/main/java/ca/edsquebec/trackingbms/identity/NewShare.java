package ca.edsquebec.trackingbms.identity;

/**
 * A link that was just made.
 *
 * @param token the secret end of its address: to be shown once, it can't be had again
 */
public record NewShare(ShareLink link, String token) {

  @Override
  public String toString() {
    return "NewShare[" + link + "]";
  }
}
