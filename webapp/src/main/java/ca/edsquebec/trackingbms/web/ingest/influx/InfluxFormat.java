package ca.edsquebec.trackingbms.web.ingest.influx;

import ca.edsquebec.trackingbms.web.security.ForeignFormat;
import ca.edsquebec.trackingbms.web.security.HeaderKey;
import ca.edsquebec.trackingbms.web.security.Parameters;
import com.google.auto.service.AutoService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/**
 * The key is version 2's token, or version 1's password, in a header or as {@code p} in the
 * address; its user name may be anything, or the key where no password is given.
 */
@AutoService(ForeignFormat.class)
public final class InfluxFormat implements ForeignFormat {

  @Override
  public boolean isAt(String path) {
    return path.startsWith("/influx/");
  }

  @Override
  public Optional<String> key(HttpServletRequest request) {
    Optional<String> header = HeaderKey.of(request);
    if (header.isPresent()) {
      return header;
    }
    Map<String, String> asked = Parameters.parse(request.getQueryString());
    return Optional.ofNullable(asked.getOrDefault("p", asked.get("u")));
  }

  @Override
  public Object error(int status, String message) {
    return InfluxError.of(status, message);
  }
}
