package ca.edsquebec.trackingbms.web.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token out of a form's body, which stays readable for its resource. In one of parts it is the
 * first, so that a large upload need not be held in memory for it.
 */
final class FormToken {

  /** As much as a form without files may have. */
  private static final int LOOKED_AT = 64 << 10;

  private static final Pattern FIRST_PART =
      Pattern.compile(
          "\\A--[^\\r\\n]{1,200}\\r\\n"
              + "(?i:content-disposition): *form-data; *name=\""
              + Csrf.FIELD
              + "\"\\r\\n\\r\\n([^\\r\\n]*)\\r\\n");

  private FormToken() {}

  /** Empty when there is none. */
  static String of(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !request.hasEntity()) {
      return "";
    }
    InputStream body = request.getEntityStream();
    byte[] begin = body.readNBytes(LOOKED_AT);
    request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(begin), body));
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return field(text);
    }
    Matcher first = FIRST_PART.matcher(text);
    return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type) && first.find()
        ? first.group(1)
        : "";
  }

  // Nothing of a token is ever encoded.
  private static String field(String body) {
    return Arrays.stream(body.split("&", -1))
        .filter(part -> part.startsWith(Csrf.FIELD + "="))
        .map(part -> part.substring(Csrf.FIELD.length() + 1))
        .findFirst()
        .orElse("");
  }
}
