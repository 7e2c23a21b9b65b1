package org.warmhandoff.analytics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The releases closed so far. */
@ApplicationScoped
public class Releases implements PanacheRepositoryBase<Release, Integer> {

  /** The one a question without a number is about. */
  public Optional<Release> latest() {
    return findAll(Sort.descending("number")).firstResultOptional();
  }

  /** All of them, the latest first. */
  public List<Release> latestFirst() {
    return listAll(Sort.descending("number"));
  }
}
