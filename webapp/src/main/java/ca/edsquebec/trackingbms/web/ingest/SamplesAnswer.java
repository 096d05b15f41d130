package ca.edsquebec.trackingbms.web.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a request's samples. {@code accepted + duplicates + rejected} is their number.
 *
 * @param warnings values left out of samples that were otherwise good; absent when there are none
 */
record SamplesAnswer(
    int accepted,
    int duplicates,
    List<Rejected> rejected,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warned> warnings) {

  /**
   * @param index place of the sample in the body, from 0
   */
  record Rejected(int index, String reason) {}

  /**
   * @param index place of the sample in the body, from 0
   */
  record Warned(int index, String metric, String reason) {}

  static SamplesAnswer of(
      int accepted, int duplicates, List<Rejected> rejected, List<Warned> warnings) {
    List<Rejected> inOrder =
        rejected.stream().sorted(Comparator.comparingInt(Rejected::index)).toList();
    return new SamplesAnswer(accepted, duplicates, inOrder, warnings);
  }

  /** The same as members of a problem. */
  Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("accepted", accepted);
    counts.put("duplicates", duplicates);
    counts.put("rejected", rejected);
    return counts;
  }
}
