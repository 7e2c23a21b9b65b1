package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.PersonEvent.LinkReason;
import org.warmhandoff.incident.PersonLink;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Persons;

/** Shows whom a person is linked to, or was. */
@ApplicationScoped
class ReadLinks {

  private final Persons persons;
  private final PersonLinks links;
  private final Looks looks;

  ReadLinks(Persons persons, PersonLinks links, Looks looks) {
    this.persons = persons;
    this.links = links;
    this.looks = looks;
  }

  /**
   * A person's links, by id.
   *
   * @param group everyone they are linked to, directly or through others, and themselves
   */
  public record Links(UUID person, Set<UUID> group, List<Link> links) {}

  /** One link, and whether it was undone. */
  public record Link(
      UUID other,
      LinkReason reason,
      boolean linked,
      String linkedBy,
      Instant linkedAt,
      @Nullable String undoneBy,
      @Nullable Instant undoneAt,
      @Nullable String undoneBecause) {

    static Link of(PersonLink link, UUID person) {
      return new Link(
          link.otherThan(person),
          link.reason(),
          link.isLinked(),
          link.linkedBy(),
          link.linkedAt(),
          link.undoneBy(),
          link.undoneAt(),
          link.undoneBecause());
    }
  }

  /**
   * Reads them, the newest first; a look at everyone it shows is recorded.
   *
   * @param by account name
   * @throws Problem 404 for nobody
   */
  @Transactional
  public Links of(UUID person, String by) {
    if (persons.findByIdOptional(person).isEmpty()) {
      throw Problem.notFound("no-such-person", "There is no such person.");
    }
    Set<UUID> group = links.group(person);
    List<PersonLink> all = links.of(person);
    Set<UUID> shown = new HashSet<>(group);
    all.forEach(link -> shown.add(link.otherThan(person)));
    looks.record(shown, by, "links");
    return new Links(
        person,
        group,
        all.stream()
            .map(link -> Link.of(link, person))
            .sorted(Comparator.comparing(Link::linkedAt).reversed())
            .toList());
  }
}
