package ca.edsquebec.trackingbms.audit;

import java.time.Instant;

/**
 * One entry of a chain.
 *
 * @param seq counts from 1 in each chain, without gaps
 */
public record Entry(long seq, Instant at, Actor actor, Change change) {}
