package ca.edsquebec.trackingbms.telemetry;

import java.io.IOException;

/** Takes what is too much to be held at once, piece by piece, in order. */
@FunctionalInterface
public interface Sink<T> {

  /** May take its time: nothing is held of the database meanwhile. */
  void write(T some) throws IOException;
}
