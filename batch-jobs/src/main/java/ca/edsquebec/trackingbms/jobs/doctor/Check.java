package ca.edsquebec.trackingbms.jobs.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one thing. */
interface Check {

  /** What is looked at, for when the look itself fails. */
  String about();

  List<Finding> run() throws IOException;
}
