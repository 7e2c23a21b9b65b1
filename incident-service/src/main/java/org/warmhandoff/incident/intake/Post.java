package org.warmhandoff.incident.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.IdempotencyKeys;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Report;

/**
 * A report as it is taken: in known codes, and classified.
 *
 * @param place in the group it is taken with
 * @param source whose it is
 * @param content keyed digest of its canonical content
 * @param odd what was odd about its codes
 * @param key what it uses up of the client's own keys, if it came with one
 */
record Post(
    int place,
    PoliceService source,
    Report report,
    Digest content,
    Set<IntakeFlag> odd,
    IdempotencyKeys.@Nullable Use key) {
  Post {
    odd = Set.copyOf(odd);
  }
}
