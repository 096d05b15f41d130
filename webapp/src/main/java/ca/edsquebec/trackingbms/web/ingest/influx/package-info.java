/**
 * InfluxDB as those know it who write to one: version 1.8's {@code /write}, {@code /query} and
 * {@code /ping}, version 2's {@code /api/v2/write}, below {@code /influx}. Points become samples of
 * batteries; nothing can be read here.
 */
package ca.edsquebec.trackingbms.web.ingest.influx;
