/**
 * The input API of emoncms, below {@code /emoncms}: {@code input/post} and {@code input/bulk}.
 * Source of its facts: emoncms, {@code Modules/input/input_methods.php}.
 */
package ca.edsquebec.trackingbms.web.ingest.emoncms;
