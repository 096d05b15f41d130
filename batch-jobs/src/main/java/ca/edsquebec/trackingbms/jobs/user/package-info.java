/** Commands about people who sign in. */
package ca.edsquebec.trackingbms.jobs.user;
