package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.post;
import static org.warmhandoff.incident.door.LinkDoors.name;
import static org.warmhandoff.incident.door.LinkDoors.named;
import static org.warmhandoff.incident.door.LinkDoors.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Many reports of few people at the same moment, corrected, linked by hand, undone and erased. */
@QuarkusTest
@WithStack("incident-service")
class LinkStormTest {

  private static final long SEED = 20_261_122;
  private static final int THREADS = 8;
  private static final int ACTS = 240;

  private final List<String> names = List.of(name(), name(), name(), name());
  private final List<String> numbers =
      List.of("RMS-" + newNumber(), "RMS-" + newNumber(), "RMS-" + newNumber());
  private final String run = newNumber();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void whateverMeetsNobodyFailsAndEveryLinkStandsOnWhatIsSaid() throws Exception {
    List<Callable<Integer>> acts = new ArrayList<>();
    for (int i = 0; i < ACTS; i++) {
      long seed = SEED + i;
      acts.add(() -> act(new Random(seed)));
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Integer> answer : threads.invokeAll(acts)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).as("seed " + SEED).allMatch(status -> status < 500);
    assertThat(answers.stream().filter(status -> status < 300).count()).isGreaterThan(ACTS / 2);
    assertThat(standing("RECORD_NUMBER")).isZero();
    assertThat(standing("NAME_AND_BIRTH_DATE")).isZero();
    assertThat(ofOneIncident()).isZero();
  }

  private int act(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> twoIds(random, "/api/v1/links", "");
      case 1 -> twoIds(random, "/api/v1/links/undoing", "wrong");
      case 2 ->
          persons(random).stream()
              .findFirst()
              .map(
                  person ->
                      as(Tokens.of("privacy-officer"))
                          .post("/api/v1/persons/" + person + "/erasure")
                          .statusCode())
              .orElse(404);
      default -> post("cad-windsor", report(random)).statusCode();
    };
  }

  /**
   * One of a dozen incidents, whose two parties are anybody; each report is newer than the last.
   */
  private ObjectNode report(Random random) {
    ObjectNode report = of("", "", null);
    report.put("externalId", "storm-" + run + "-" + random.nextInt(12));
    report.put("sequence", System.nanoTime());
    for (int at = 0; at < 2; at++) {
      ObjectNode person = (ObjectNode) report.path("persons").get(at);
      person.put("ref", at + "-" + random.nextInt(2));
      person.remove(List.of("name", "birthDate", "phone", "recordNumber"));
      if (random.nextBoolean()) {
        named(report, at, names.get(random.nextInt(names.size())), "1988-05-17");
      }
      if (random.nextBoolean()) {
        person.put("recordNumber", numbers.get(random.nextInt(numbers.size())));
      }
      if (random.nextBoolean()) {
        person.put("phone", "519-555-01" + (10 + random.nextInt(3)));
      }
    }
    return report;
  }

  private List<UUID> persons(Random random) {
    List<UUID> all =
        new ArrayList<>(
            Doors.SQL
                .rows(
                    "select distinct p.person from party p join incident i on i.id = p.incident"
                        + " where i.external_id like ? order by 1",
                    "storm-" + run + "-%")
                .stream()
                .map(row -> (UUID) row.get("person"))
                .toList());
    java.util.Collections.shuffle(all, random);
    return all;
  }

  private int twoIds(Random random, String door, String because) {
    List<UUID> all = persons(random);
    if (all.size() < 2) {
      return 404;
    }
    Map<String, Object> two =
        because.isEmpty()
            ? Map.of("person", all.get(0), "other", all.get(1))
            : Map.of("person", all.get(0), "other", all.get(1), "because", because);
    return as(Tokens.of("privacy-officer")).body(two).post(door).statusCode();
  }

  /** Links that stand on a trait the two do not share; an erased one has none any more. */
  private static long standing(String reason) {
    return Doors.SQL.count(
        """
        select count(*) from person_link l
        where l.undone_at is null and l.reason = ?
          and not exists (select 1 from person p where p.id in (l.low, l.high) and p.erased_at is not null)
          and not exists (
            select 1 from person_trait a join person_trait b on b.digest = a.digest and b.kind = a.kind
            where a.person = l.low and b.person = l.high and a.kind = l.reason)""",
        reason);
  }

  private static long ofOneIncident() {
    return Doors.SQL.count(
        """
        with recursive member (start, person) as (
          select person, person from party where present
          union
          select m.start, case when l.low = m.person then l.high else l.low end
          from member m join person_link l
            on (l.low = m.person or l.high = m.person) and l.undone_at is null)
        select count(*) from member m
        join party a on a.person = m.start and a.present
        join party b on b.person = m.person and b.present and b.incident = a.incident
        where m.start <> m.person""");
  }
}
