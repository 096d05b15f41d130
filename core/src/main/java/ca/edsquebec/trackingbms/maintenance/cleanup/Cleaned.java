package ca.edsquebec.trackingbms.maintenance.cleanup;

import java.util.List;

/**
 * What one clean-up did.
 *
 * @param swept by step, in their order; those that found nothing, too
 * @param failures a sentence for each step that failed; the others were done
 */
public record Cleaned(List<Swept> swept, List<String> failures) {

  public Cleaned {
    swept = List.copyOf(swept);
    failures = List.copyOf(failures);
  }
}
