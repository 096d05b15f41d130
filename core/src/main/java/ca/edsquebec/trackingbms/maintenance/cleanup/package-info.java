/**
 * Deletes what was kept for long enough: each kind is a step with an age of its own. Every step can
 * list what it would delete without changing anything. Samples have their own ({@code
 * telemetry.Retention}), since clients are promised for how long theirs are kept.
 */
package ca.edsquebec.trackingbms.maintenance.cleanup;
