package ca.edsquebec.trackingbms.web.telemetry;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

/** Answers only who does not know it yet: a browser asks again for what it has shown before. */
final class Tag {

  private static final int BYTES = 12;

  private final EntityTag tag;

  /**
   * @param question all that the answer depends on, but for what is stored
   * @param stamp of what is stored
   */
  Tag(String question, String stamp) {
    // Weak: the same for who takes gzip and who does not.
    this.tag = new EntityTag(hash(question + "\n" + stamp), true);
  }

  /**
   * @param answer asked for only when it is needed
   */
  Response answer(Request request, Supplier<Object> answer) {
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = known == null ? Response.ok(answer.get()) : known;
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .build();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
