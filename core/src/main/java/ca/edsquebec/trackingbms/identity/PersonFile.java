package ca.edsquebec.trackingbms.identity;

import java.io.IOException;
import java.io.OutputStream;

/** What the portal keeps about a person, to be written as JSON. */
@FunctionalInterface
public interface PersonFile {

  /**
   * Writes it while it is read, a few hundred rows at a time, holding no connection meanwhile.
   *
   * @param out closed by its owner
   */
  void write(OutputStream out) throws IOException;
}
