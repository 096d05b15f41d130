package ca.edsquebec.trackingbms.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into {@code tbms.properties}. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/tbms.properties")) {
      build.load(in);
    }
    return new String[] {"tbms " + build.getProperty("version")};
  }
}
