/**
 * Any battery on CAN whose maker gives a CAN database: a customer's {@code .dbc} file and the
 * choice of what each of its signals means.
 *
 * <p>A decoder needs only the mapped signals, so a battery's setting holds just those, as lines of
 * text; the file itself stays with the client.
 */
package ca.edsquebec.trackingbms.connector.dbc;
