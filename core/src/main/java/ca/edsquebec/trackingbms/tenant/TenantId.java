package ca.edsquebec.trackingbms.tenant;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.regex.Pattern;

/**
 * A client's immutable short name: in addresses ({@code /c/acme/…}) and in its database's name.
 *
 * @param slug lower-case letters, digits and single hyphens, 2 to 24 characters, a letter first
 */
public record TenantId(String slug) {

  private static final Pattern FORM = Pattern.compile("[a-z](?:[a-z0-9]|-(?!-)){0,22}[a-z0-9]");

  public TenantId {
    if (slug == null || !FORM.matcher(slug).matches()) {
      throw new InvalidException(
          "client",
          "\"%s\" is not a client's short name: 2 to 24 lower-case letters, digits and single"
                  .formatted(slug)
              + " hyphens, a letter first");
    }
  }

  /** Whether a text can be one. */
  public static boolean isSlug(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return slug;
  }
}
