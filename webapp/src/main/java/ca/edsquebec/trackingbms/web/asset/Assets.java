package ca.edsquebec.trackingbms.web.asset;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses of static files. A library's folder has its version in its name; our own files are
 * one folder, which goes by a hash of all of them. So a browser may keep what it has for ever.
 */
public final class Assets {

  static final String ROOT = "/static/";
  static final String OWN = ROOT + "app/";
  static final String OWN_HASHED = ROOT + "app-";

  private static final String VENDOR = ROOT + "vendor/";
  private static final int HASH_BYTES = 6;

  private final String contextPath;
  private final String hash;
  private final Map<String, String> folders = new HashMap<>();

  public Assets(ServletContext context) {
    contextPath = context.getContextPath();
    hash = hash(context);
    folders.put("app", OWN_HASHED + hash + "/");
    for (String folder : paths(context, VENDOR)) {
      String name = folder.substring(VENDOR.length(), folder.lastIndexOf('-'));
      folders.put(name, folder);
    }
  }

  /**
   * @param path {@code app/x.css}, or library and file such as {@code tabler/tabler.min.css}
   * @return the address on this host, context path included
   */
  public String url(String path) {
    int slash = path.indexOf('/');
    String folder = folders.get(path.substring(0, slash));
    if (folder == null) {
      throw new IllegalArgumentException("no folder of static files for \"" + path + "\"");
    }
    return contextPath + folder + path.substring(slash + 1);
  }

  String hash() {
    return hash;
  }

  private static String hash(ServletContext context) {
    MessageDigest digest = sha256();
    for (String path : paths(context, OWN)) {
      try (InputStream file = context.getResourceAsStream(path)) {
        digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(file.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("could not read " + path, e);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static Set<String> paths(ServletContext context, String folder) {
    Set<String> found = context.getResourcePaths(folder);
    return found == null ? Set.of() : new TreeSet<>(found);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
