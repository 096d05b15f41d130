package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.measure.Sample;
import java.util.Optional;

/**
 * What was heard while a connection was tried.
 *
 * @param fault why it failed; empty when something was understood
 * @param detail what was said then, in English; may be empty
 * @param bytes that came
 * @param understood frames that said something about the battery
 * @param ignored frames of no interest
 * @param refused frames that could not be decoded
 * @param sample all that was known at the end, as it would be stored
 */
public record PullHeard(
    Optional<PullFault> fault,
    String detail,
    long bytes,
    long understood,
    long ignored,
    long refused,
    Sample sample) {}
