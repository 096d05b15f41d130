package ca.edsquebec.trackingbms.routine;

import ca.edsquebec.trackingbms.audit.Audit;
import ca.edsquebec.trackingbms.platform.Settings;
import ca.edsquebec.trackingbms.secret.KeyRing;
import ca.edsquebec.trackingbms.secret.SecretBox;
import ca.edsquebec.trackingbms.tenant.Databases;
import java.time.Clock;

/** What a routine makes its faces of; those of the program that runs it. */
public record Workplace(
    Settings settings,
    Databases databases,
    KeyRing keys,
    SecretBox box,
    Audit audit,
    Clock clock) {}
