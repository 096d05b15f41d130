package ca.edsquebec.trackingbms.jobs.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into {@code tbms.properties}. */
public final class BuildVersion {

  private BuildVersion() {}

  /** Such as {@code 1.2.0}. */
  public static String text() {
    Properties build = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("/tbms.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("tbms.properties can't be read", e);
    }
    return build.getProperty("version");
  }
}
