/**
 * What brands share below the meaning: where a frame begins and ends in a text, and where a signal
 * lies in a frame.
 *
 * <p>Pure functions of their arguments. Knows nothing of batteries, and nothing of the rest of the
 * product.
 */
package ca.edsquebec.trackingbms.connector.wire;
