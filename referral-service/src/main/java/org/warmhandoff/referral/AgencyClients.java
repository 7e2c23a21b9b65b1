package org.warmhandoff.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;

/** The id each agency knows a person under: random, and another one for every agency. */
@ApplicationScoped
public class AgencyClients {

  private final EntityManager entities;

  AgencyClients(EntityManager entities) {
    this.entities = entities;
  }

  /** The agency's own id of the person; made the first time it is asked for. */
  public UUID clientOf(
      String agency, UUID person, String policeService, String jurisdiction, Instant at) {
    // Two referrals of one person to one agency at once must agree on the id.
    entities
        .createNativeQuery(
            """
            insert into agency_client (agency, person, client, police_service, jurisdiction, made_at)
            values (:agency, :person, :client, :police_service, :jurisdiction, :at)
            on conflict (agency, person) do nothing
            """)
        .setParameter("agency", agency)
        .setParameter("person", person)
        .setParameter("client", UUID.randomUUID())
        .setParameter("police_service", policeService)
        .setParameter("jurisdiction", jurisdiction)
        .setParameter("at", at)
        .executeUpdate();
    // The id that stands, whoever made it.
    return OneColumn.of(
            entities,
            "select client from agency_client where agency = :agency and person = :person",
            "client",
            UUID.class)
        .setParameter("agency", agency)
        .setParameter("person", person)
        .getSingleResult();
  }
}
