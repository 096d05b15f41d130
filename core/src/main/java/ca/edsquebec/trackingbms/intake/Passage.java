package ca.edsquebec.trackingbms.intake;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.Snapshots;
import ca.edsquebec.trackingbms.connector.Tally;
import ca.edsquebec.trackingbms.fleet.Battery;
import ca.edsquebec.trackingbms.measure.Sample;
import ca.edsquebec.trackingbms.telemetry.Measured;
import ca.edsquebec.trackingbms.telemetry.Quarantine;
import ca.edsquebec.trackingbms.telemetry.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One request on its way through, and what has been counted of it. One thread at a time. */
final class Passage {

  private final Battery battery;
  private final Tally tally = new Tally();
  private final List<Quarantine.Refused> unreadable = new ArrayList<>();
  private final List<FrameReceipt.RejectedSample> rejected = new ArrayList<>();
  private List<Sample> cut = new ArrayList<>();
  private int stored;
  private int duplicates;
  private boolean said;

  private final UnaryOperator<byte[]> blotting;

  Passage(Battery battery) {
    this.battery = battery;
    blotting = InstalledConnectors.named(battery.connectorId())::withoutSecrets;
  }

  Battery battery() {
    return battery;
  }

  List<Sample> samples() {
    return cut;
  }

  void count(FrameBatch.Fault fault) {
    if (fault.skipped()) {
      tally.countIgnored();
      return;
    }
    tally.countInvalid(fault.offset(), open(fault.reason()));
    unreadable.add(new Quarantine.Refused(open(fault.text()), open(fault.reason())));
  }

  /** Decodes frames, and sees whether they say something. */
  void decode(Snapshots snapshots, List<FrameBatch.Offered> frames) {
    OptionalLong before = snapshots.newestMicros();
    for (FrameBatch.Offered offered : frames) {
      snapshots.accept(offered.offset(), offered.frame(), tally, cut::add);
    }
    said |= !snapshots.newestMicros().equals(before);
  }

  /** What the first decoder that failed has thrown. */
  Optional<Throwable> failure() {
    return tally.failure();
  }

  List<Measured> takeSamples() {
    List<Measured> taken = cut.stream().map(s -> Belonging.of(battery, s)).toList();
    cut = new ArrayList<>();
    return taken;
  }

  void add(List<Measured> samples, Receipt receipt) {
    stored += receipt.accepted() + receipt.duplicates();
    duplicates += receipt.duplicates();
    for (Receipt.Rejection rejection : receipt.rejected()) {
      long ts = samples.get(rejection.index()).sample().ts();
      rejected.add(new FrameReceipt.RejectedSample(ts, rejection.reason()));
    }
  }

  List<Quarantine.Refused> refused(List<FrameBatch.Offered> frames) {
    Map<Long, FrameBatch.Offered> byOffset = new HashMap<>();
    if (!tally.invalid().isEmpty()) {
      frames.forEach(offered -> byOffset.put(offered.offset(), offered));
    }
    List<Quarantine.Refused> refused = new ArrayList<>(unreadable);
    for (Tally.Invalid invalid : tally.invalid()) {
      FrameBatch.Offered offered = byOffset.get(invalid.offset());
      if (offered != null) {
        refused.add(new Quarantine.Refused(open(offered.frame()), invalid.reason()));
      }
    }
    return refused;
  }

  private String open(Frame frame) {
    return frame.withData(blotting.apply(frame.data())).toString();
  }

  private String open(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(blotting.apply(bytes), StandardCharsets.UTF_8);
  }

  FrameReceipt receipt(OptionalLong durableUntil, OptionalLong since) {
    return new FrameReceipt(
        tally.frames(),
        tally.decoded(),
        tally.ignored(),
        tally.invalidCount(),
        tally.invalid(),
        stored,
        duplicates,
        rejected,
        durableUntil,
        since,
        said);
  }
}
