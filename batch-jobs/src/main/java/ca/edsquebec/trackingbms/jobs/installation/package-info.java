/** The faces of core as commands need them, opened when the first one is asked for. */
package ca.edsquebec.trackingbms.jobs.installation;
