/**
 * foxBMS 2 of Fraunhofer IISB, over CAN, in the message maps of v1.11.0 and v1.10.0.
 *
 * <p>The tables say what the CAN database says ({@code *Messages}, under its names); the other
 * classes say what it means, and where the firmware can't be taken at its word. Facts are from the
 * foxBMS 2 sources, tools/dbc and src/app/driver/can.
 */
package ca.edsquebec.trackingbms.connector.foxbms;
