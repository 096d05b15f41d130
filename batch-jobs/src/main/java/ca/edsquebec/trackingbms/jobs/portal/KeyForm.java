package ca.edsquebec.trackingbms.jobs.portal;

import java.util.regex.Pattern;

/** What an API key looks like, so that a slip is told before anything is sent. */
public final class KeyForm {

  private static final Pattern FORM = Pattern.compile("tbms_[a-z2-7]{12}_[A-Za-z0-9_-]{43}");

  private KeyForm() {}

  /** Whether a text may be one; only the portal knows whether it is. */
  public static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }
}
