package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.incident.PersonLinks;

/**
 * Shows what a human should look at: two persons, and where the police have them in their files.
 */
@ApplicationScoped
class ListSuggestions {

  private static final int A_PAGE = 50;

  /** What nobody has decided yet, the newest first. */
  private static final String OPEN =
      """
      select low, high, police_service, hint, suggested_at from link_suggestion
      where decided is null
        -- somebody was erased while a report that is like them was being stored
        and not exists (select 1 from person where id in (low, high) and erased_at is not null)
      order by suggested_at desc, low, high limit :size offset :from\
      """;

  /** The incidents of some persons by the police's own numbers: what they are compared by. */
  private static final String NAMED =
      """
      select p.person, i.external_id, p.role from party p join incident i on i.id = p.incident
      where p.present and p.person = any (cast(:persons as uuid[])) order by i.received_at\
      """;

  private final EntityManager entities;
  private final Looks looks;

  ListSuggestions(EntityManager entities, Looks looks) {
    this.entities = entities;
    this.looks = looks;
  }

  /** Where a person is named. */
  public record Named(String incident, String role) {}

  /** One of a pair. */
  public record One(UUID person, List<Named> named) {}

  /** A pair that may be one person. */
  public record Suggestion(
      String policeService, String hint, Instant suggestedAt, One one, One other) {}

  /**
   * A page of them; a look at everyone it shows is recorded.
   *
   * @param page from 0
   * @param by account name
   */
  @Transactional
  public List<Suggestion> open(int page, String by) {
    List<Tuple> rows =
        entities
            .createNativeQuery(OPEN, Tuple.class)
            .setParameter("size", A_PAGE)
            .setParameter("from", page * A_PAGE)
            .getResultList();
    List<UUID> persons = new ArrayList<>();
    for (Tuple row : rows) {
      persons.add(row.get(0, UUID.class));
      persons.add(row.get(1, UUID.class));
    }
    looks.record(persons, by, "suggestions");
    Map<UUID, List<Named>> named = named(persons);
    return rows.stream()
        .map(
            row ->
                new Suggestion(
                    row.get(2, String.class),
                    row.get(3, String.class),
                    instant(row.get(4)),
                    one(row.get(0, UUID.class), named),
                    one(row.get(1, UUID.class), named)))
        .toList();
  }

  private Map<UUID, List<Named>> named(List<UUID> persons) {
    Map<UUID, List<Named>> named = new HashMap<>();
    List<Tuple> rows =
        entities
            .createNativeQuery(NAMED, Tuple.class)
            .setParameter("persons", PersonLinks.array(persons))
            .getResultList();
    for (Tuple row : rows) {
      named
          .computeIfAbsent(row.get(0, UUID.class), person -> new ArrayList<>())
          .add(new Named(row.get(1, String.class), row.get(2, String.class)));
    }
    return named;
  }

  private static Instant instant(Object stored) {
    return switch (stored) {
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      case Timestamp stamp -> stamp.toInstant();
      default -> throw new IllegalStateException("no instant");
    };
  }

  private static One one(UUID person, Map<UUID, List<Named>> named) {
    return new One(person, named.getOrDefault(person, List.of()));
  }
}
