package ca.edsquebec.trackingbms.web.candb;

import ca.edsquebec.trackingbms.candb.CanDatabase;
import ca.edsquebec.trackingbms.connector.wire.Dbc;

/**
 * A CAN database that somebody who may looks at.
 *
 * @param dbc what its file says
 * @param signals those of the page that is looked at
 */
record Opened(CanDatabase one, Dbc dbc, Signals signals) {}
