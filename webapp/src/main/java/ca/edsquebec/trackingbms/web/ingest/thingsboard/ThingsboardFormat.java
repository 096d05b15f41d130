package ca.edsquebec.trackingbms.web.ingest.thingsboard;

import ca.edsquebec.trackingbms.web.security.ForeignFormat;
import com.google.auto.service.AutoService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key is a part of the address, as ThingsBoard's token of a device. */
@AutoService(ForeignFormat.class)
public final class ThingsboardFormat implements ForeignFormat {

  private static final int BAD_REQUEST_PARAMS = 31;
  private static final int AUTHENTICATION = 10;
  private static final int GENERAL = 2;
  private static final Pattern PATH = Pattern.compile("/api/v1/([^/]+)/(telemetry|attributes)");

  @Override
  public boolean isAt(String path) {
    return path.startsWith("/api/v1/") && PATH.matcher(path).matches();
  }

  @Override
  public Optional<String> key(HttpServletRequest request) {
    Matcher path = PATH.matcher(request.getServletPath());
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  @Override
  public Object error(int status, String message) {
    int code = status == 401 ? AUTHENTICATION : status < 500 ? BAD_REQUEST_PARAMS : GENERAL;
    return new Failure(status, message, code);
  }

  /** As ThingsBoard words it. */
  record Failure(int status, String message, int errorCode) {}
}
