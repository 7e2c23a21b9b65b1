package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class GateRefusals implements PanacheRepositoryBase<GateRefusal, UUID> {

  public boolean isAnswered(UUID consent) {
    return count("consent", consent) > 0;
  }
}
