package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is away, and when. */
@ApplicationScoped
public class Leaves implements PanacheRepositoryBase<Leave, UUID> {

  /** What was granted and touches this time, by worker. */
  public Map<UUID, List<Window.Span>> between(Instant from, Instant until) {
    return list(
            "calledOffAt is null and grantedAt is not null and ends > ?1 and starts < ?2",
            from,
            until)
        .stream()
        .collect(
            Collectors.groupingBy(
                Leave::staff, Collectors.mapping(Leave::span, Collectors.toList())));
  }

  /** A worker's own that is not over, the next one first. */
  public List<Leave> of(UUID staff, Instant now) {
    return list("staff = ?1 and ends > ?2 and calledOffAt is null order by starts", staff, now);
  }

  /** What waits for a decision, the next one first. */
  public List<Leave> asked(Instant now) {
    return list(
        "grantedAt is null and refusedAt is null and calledOffAt is null and ends > ?1"
            + " order by starts",
        now);
  }
}
