package ca.edsquebec.trackingbms.notification;

import java.util.Locale;
import java.util.Map;

/**
 * A message as a channel gets it.
 *
 * @param uid the same at each try: who gets it twice can know it by that
 * @param to where to, in the channel's own form
 * @param values what the template asks for; secrets among them
 */
public record Notice(
    String uid, String to, Locale locale, String template, Map<String, String> values) {

  @Override
  public String toString() {
    return "message %s (%s)".formatted(uid, template);
  }
}
