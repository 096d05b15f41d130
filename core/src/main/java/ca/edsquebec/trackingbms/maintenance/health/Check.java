package ca.edsquebec.trackingbms.maintenance.health;

import java.util.List;

/**
 * Looks at one component. Changes nothing, takes seconds at most, and may throw: that is told as
 * unknown, and the other checks go on. To be called outside of any unit of work.
 */
interface Check {

  /** Lower-case letters and hyphens; also the beginning of its texts. Never changed. */
  String name();

  /** One finding at least; always the same subjects, so that an incident can end. */
  List<Finding> look();
}
