package ca.edsquebec.trackingbms.connector.foxbms;

import ca.edsquebec.trackingbms.connector.wire.CanMessage;
import ca.edsquebec.trackingbms.connector.wire.CanTable;
import java.util.Map;

/**
 * Answers to requests for the version, the clock and the serial numbers.
 *
 * <p>Facts of the CAN database of foxBMS 2 (tools/dbc), v1.11.0; v1.10.0 has the same.
 */
final class DebugMessages {

  static final Map<Integer, CanMessage> TABLE =
      CanTable.parse(
          """
      0x301 f_DebugResponse 8
        f_DebugResponse_Mux           M    7|8    Motorola  unsigned  1
        MajorVersionNumber            m0   15|8   Motorola  unsigned  1
        MinorVersionNumber            m0   23|8   Motorola  unsigned  1
        PatchVersionNumber            m0   31|8   Motorola  unsigned  1
        ReleaseDistance               m0   39|5   Motorola  unsigned  1
        ReleaseDistanceOverflow       m0   34|1   Motorola  unsigned  1
        DirtyFlag                     m0   33|1   Motorola  unsigned  1
        UnderVersionControl           m0   32|1   Motorola  unsigned  1
        UniqueId                      m1   15|32  Motorola  unsigned  1
        LotNumber                     m2   15|32  Motorola  unsigned  1
        Number                        m3   15|8   Motorola  unsigned  1
        CoordinateY                   m3   23|12  Motorola  unsigned  1
        CoordinateX                   m3   27|12  Motorola  unsigned  1
        GetHundredthOfSeconds         m4   15|7   Motorola  unsigned  1
        GetSeconds                    m4   8|6    Motorola  unsigned  1
        GetMinutes                    m4   18|6   Motorola  unsigned  1
        GetHours                      m4   28|5   Motorola  unsigned  1
        GetWeekday                    m4   39|3   Motorola  unsigned  1
        GetDay                        m4   36|5   Motorola  unsigned  1
        GetMonth                      m4   47|4   Motorola  unsigned  1
        GetYear                       m4   43|7   Motorola  unsigned  1
        RtcRequestFlag                m4   52|2   Motorola  unsigned  1
        shortHashHigh7                m5   15|56  Motorola  unsigned  1
        shortHashLow7                 m6   15|56  Motorola  unsigned  1
        GetUptimeThousandthOfSeconds  m7   15|10  Motorola  unsigned  1
        GetUptimeHundredthOfSeconds   m7   21|7   Motorola  unsigned  1
        GetUptimeTenthOfSeconds       m7   30|4   Motorola  unsigned  1
        GetUptimeSeconds              m7   26|6   Motorola  unsigned  1
        GetUptimeMinutes              m7   36|6   Motorola  unsigned  1
        GetUptimeHours                m7   46|5   Motorola  unsigned  1
        GetUptimeDays                 m7   41|5   Motorola  unsigned  1
        GetBootHundredthOfSeconds     m14  15|7   Motorola  unsigned  1
        GetBootSeconds                m14  8|6    Motorola  unsigned  1
        GetBootMinutes                m14  18|6   Motorola  unsigned  1
        GetBootHours                  m14  28|5   Motorola  unsigned  1
        GetbootWeekday                m14  39|3   Motorola  unsigned  1
        GetBootDay                    m14  36|5   Motorola  unsigned  1
        GetBootMonth                  m14  47|4   Motorola  unsigned  1
        GetBootYear                   m14  43|7   Motorola  unsigned  1
        MagicBootData                 m15  15|56  Motorola  unsigned  1
      """);

  private DebugMessages() {}
}
