package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Who was told what about whom, and on which consent; only ever added to. */
@ApplicationScoped
public class DisclosureRegister implements PanacheRepositoryBase<DisclosureEntry, Long> {}
