/** What a caller is told when something is wrong: RFC 9457 problem details, in one place. */
package ca.edsquebec.trackingbms.web.problem;
