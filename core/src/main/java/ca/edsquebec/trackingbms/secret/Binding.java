package ca.edsquebec.trackingbms.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a secret belongs. It is part of what is authenticated: a secret that somebody copies to
 * another client, column or row does not open there.
 *
 * @param tenant the client's short name; empty for the installation
 * @param field what kind of secret, as {@code totp}
 * @param id of which row
 */
public record Binding(String tenant, String field, String id) {

  /** Each text behind its length, so that no two bindings read alike. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : new String[] {tenant, field, id}) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      out.writeBytes(text);
    }
    return out.toByteArray();
  }
}
