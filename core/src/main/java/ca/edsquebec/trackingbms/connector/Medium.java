package ca.edsquebec.trackingbms.connector;

/** What a connector's frames travel on: it decides how such a device can be reached. */
public enum Medium {
  /** Bytes of a serial line, or of what stands for one; the connector knows where frames end. */
  LINE,
  /** A line all of whose frames are Modbus RTU; a gateway may turn them into Modbus TCP. */
  MODBUS,
  /** A CAN bus. */
  CAN,
  /** Messages published under topics. */
  TOPICS
}
