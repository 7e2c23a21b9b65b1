package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What administrators did to keys; written and read, never changed. */
@ApplicationScoped
public class ApiKeyActs implements PanacheRepositoryBase<ApiKeyAct, Long> {

  /** Writes down what an administrator did. */
  public void note(ApiKey key, ApiKeyAct.Act act, String by, Instant now) {
    persist(new ApiKeyAct(key, act, by, now));
  }

  /** What was done to the keys of a police service, in order. */
  public List<ApiKeyAct> of(String policeService) {
    return list("policeService = ?1 order by id", policeService);
  }
}
