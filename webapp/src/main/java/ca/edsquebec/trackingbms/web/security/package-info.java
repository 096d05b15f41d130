/** Who is calling and what they may do: one filter finds out, one feature enforces. */
package ca.edsquebec.trackingbms.web.security;
