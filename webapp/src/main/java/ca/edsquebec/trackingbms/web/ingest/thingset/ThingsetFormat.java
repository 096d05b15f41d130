package ca.edsquebec.trackingbms.web.ingest.thingset;

import ca.edsquebec.trackingbms.web.security.ForeignFormat;
import ca.edsquebec.trackingbms.web.security.HeaderKey;
import ca.edsquebec.trackingbms.web.security.Parameters;
import com.google.auto.service.AutoService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Where nodes connect. The firmware sends its key as {@code Bearer}; one that can't may have it as
 * {@code Token} or {@code Basic}, or as {@code token} in the address.
 */
@AutoService(ForeignFormat.class)
public final class ThingsetFormat implements ForeignFormat {

  @Override
  public boolean isAt(String path) {
    return path.startsWith("/node/");
  }

  @Override
  public Optional<String> key(HttpServletRequest request) {
    return HeaderKey.of(request)
        .or(() -> Optional.ofNullable(Parameters.parse(request.getQueryString()).get("token")));
  }

  @Override
  public Object error(int status, String message) {
    return Map.of("status", status, "message", message);
  }
}
