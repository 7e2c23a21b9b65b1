package org.warmhandoff.incident.intake;

import java.util.Set;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;

/**
 * A report as it is taken: in known codes, and classified.
 *
 * @param source whose it is
 * @param content keyed digest of its canonical content
 * @param odd what was odd about its codes
 */
record Post(PoliceService source, Report report, Digest content, Set<IntakeFlag> odd) {
  Post {
    odd = Set.copyOf(odd);
  }
}
