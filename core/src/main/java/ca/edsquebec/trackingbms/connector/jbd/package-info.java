/**
 * JBD (Jiabaida; LLT, Xiaoxiang, Overkill Solar) over UART, RS485 or Bluetooth: the same bytes.
 *
 * <p>Facts are read off syssi/esphome-jbd-bms at 99cf7c1 and patman15/aiobmsble at b056733, and
 * checked on the captures that they publish.
 */
package ca.edsquebec.trackingbms.connector.jbd;
