package ca.edsquebec.trackingbms.web.ingest.emoncms;

import ca.edsquebec.trackingbms.web.security.ForeignFormat;
import ca.edsquebec.trackingbms.web.security.HeaderKey;
import com.google.auto.service.AutoService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The key is the parameter {@code apikey}, of the address or of a form. */
@AutoService(ForeignFormat.class)
public final class EmoncmsFormat implements ForeignFormat {

  @Override
  public boolean isAt(String path) {
    return path.startsWith("/emoncms/");
  }

  @Override
  public Optional<String> key(HttpServletRequest request) {
    Optional<String> header = HeaderKey.of(request);
    return header.isPresent()
        ? header
        : Optional.ofNullable(SentParameters.of(request).values().get("apikey"));
  }

  @Override
  public Object error(int status, String message) {
    return new Failure(false, message);
  }

  /** As emoncms words it. */
  record Failure(boolean success, String message) {}
}
