/**
 * Clients and their databases. Every client (tenant) has a database of its own; one pool of
 * connections serves them all, and a unit of work is bound to one tenant by an object, never by a
 * thread. A thread never holds two connections: read the registry, let go, then open the tenant.
 */
package ca.edsquebec.trackingbms.tenant;
