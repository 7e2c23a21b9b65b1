package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class RefusedAnswers implements PanacheRepositoryBase<RefusedAnswer, Long> {

  public List<RefusedAnswer> ofIncident(UUID incident) {
    return list("incident = ?1 order by number", incident);
  }
}
