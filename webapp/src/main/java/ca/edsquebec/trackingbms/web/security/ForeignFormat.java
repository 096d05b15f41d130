package ca.edsquebec.trackingbms.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A protocol of somebody else by which devices send to us: where its addresses are, where it has
 * the key, how it words a refusal. Implementations carry {@code @AutoService(ForeignFormat.class)},
 * have a public constructor without arguments and are found by {@link ForeignFormats}. Safe for any
 * number of threads.
 *
 * <p>A key that comes this way, maybe in an address that proxies write down, only ingests, whatever
 * else it may.
 */
public interface ForeignFormat {

  /**
   * Whether that address is one of its own.
   *
   * @param path without the context, beginning with a slash
   */
  boolean isAt(String path);

  /** The key, if it has one; not checked. Only asked where no {@code Bearer} comes along. */
  Optional<String> key(HttpServletRequest request);

  /**
   * How it says no.
   *
   * @param message without secrets, as a problem of ours would say it
   */
  Object error(int status, String message);
}
