/**
 * What measures: the portal in a process of its own, asked as a gateway or a browser does, beside a
 * baseline that does the same by plain SQL, in one run. {@link Benchmarks} is the program; what it
 * measures are its {@link Mode}s. Never part of the normal build, nor packed into the WAR.
 */
package ca.edsquebec.trackingbms.web.bench;
