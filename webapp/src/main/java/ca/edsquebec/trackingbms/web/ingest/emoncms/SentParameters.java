package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.web.security.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of a request, of its address and its form together, read once: the form may hold
 * the key, so it is read before anybody is known. That is why it may not be large.
 *
 * @param tooLarge whether the body was larger than that, and was not read
 * @param broken whether the body ended early
 */
record SentParameters(Map<String, String> values, boolean tooLarge, boolean broken) {

  static final int MAX_BYTES = 256 << 10;

  private static final String KEPT = SentParameters.class.getName();

  static SentParameters of(HttpServletRequest request) {
    if (request.getAttribute(KEPT) instanceof SentParameters kept) {
      return kept;
    }
    SentParameters read = read(request);
    request.setAttribute(KEPT, read);
    return read;
  }

  private static SentParameters read(HttpServletRequest request) {
    Map<String, String> values = new HashMap<>(Parameters.parse(request.getQueryString()));
    if (!request.getMethod().equals("POST")) {
      return new SentParameters(values, false, false);
    }
    try {
      InputStream body = request.getInputStream();
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return new SentParameters(values, true, false);
      }
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      if (text.startsWith("{")) {
        values.put("fulljson", text);
      } else if (text.startsWith("[")) {
        values.put("data", text);
      } else {
        values.putAll(Parameters.parse(text));
      }
      return new SentParameters(values, false, false);
    } catch (IOException brokenOff) {
      return new SentParameters(values, false, true);
    }
  }
}
