package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The police services of this installation. */
@ApplicationScoped
public class PoliceServices implements PanacheRepositoryBase<PoliceService, String> {}
