package ca.edsquebec.trackingbms.maintenance.health;

import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;

/** What checks look at, and by which clock. */
public record Surroundings(
    Settings settings, Databases databases, NewestBackup backups, Clock clock) {}
