/** Nodes that speak ThingSet and connect to us by WebSocket: asked and heard, never told. */
package ca.edsquebec.trackingbms.web.ingest.thingset;
