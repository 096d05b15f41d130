package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.intake.FrameBatch;
import java.util.Optional;

/**
 * A body of frames as far as it could be read.
 *
 * @param broken why it could not be read to its end; empty when it could
 */
record ReadBody(FrameBatch batch, Optional<String> broken) {}
