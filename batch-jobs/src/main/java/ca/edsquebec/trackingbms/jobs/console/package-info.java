/**
 * What all commands share: where they write, for people or as JSON, how options are read, and what
 * a failure means for the exit code and the one sentence that is shown.
 */
package ca.edsquebec.trackingbms.jobs.console;
