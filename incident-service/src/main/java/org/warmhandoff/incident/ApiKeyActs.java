package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What administrators did to keys; written and read, never changed. */
@ApplicationScoped
public class ApiKeyActs implements PanacheRepositoryBase<ApiKeyAct, Long> {

  /** What was done to the keys of a police service, in order. */
  public List<ApiKeyAct> of(String policeService) {
    return list("policeService = ?1 order by id", policeService);
  }
}
