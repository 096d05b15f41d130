package ca.edsquebec.trackingbms.platform;

/** A setting is missing, malformed or unknown: the program must not start. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence names the setting and says what to do, without the value of a secret
   */
  public SettingsException(String sentence) {
    super(sentence);
  }
}
