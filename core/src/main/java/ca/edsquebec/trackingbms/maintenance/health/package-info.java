/**
 * Whether the installation is well. Each check looks at one component and says what it measured and
 * what to do; what is bad twice in a row is an incident, of which the administrators are told once,
 * and once more when it is over. Everything is kept in the registry, hence across restarts.
 */
package ca.edsquebec.trackingbms.maintenance.health;
