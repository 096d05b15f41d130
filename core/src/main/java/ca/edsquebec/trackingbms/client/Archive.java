package ca.edsquebec.trackingbms.client;

import ca.edsquebec.trackingbms.tenant.TenantId;
import java.time.Instant;

/**
 * An archive of all that a client has, written to its end.
 *
 * @param begunAt what was stored later need not be in it
 * @param file as whoever asked for it called it, without its folder
 * @param rows of all its files together
 * @param sha256 of the whole file, in hexadecimal
 */
public record Archive(
    TenantId tenant,
    Instant begunAt,
    Instant finishedAt,
    String file,
    long bytes,
    long rows,
    String sha256) {}
