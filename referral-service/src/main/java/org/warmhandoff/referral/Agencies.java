package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, String> {

  /** Those that take referrals, by name. */
  public List<Agency> active() {
    return list("active = true order by name");
  }
}
