package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.Simulator;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/**
 * The broker loses its disk after people were paged and referred. From the outboxes everything is
 * told again: the topics hold the same facts, nobody's tables change, and an agency is not told
 * again what consent no longer covers.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Order(6)
class BrokerDiskTest {

  private static final int WALKS = 12;
  private static final List<String> AGENCIES =
      List.of("hiatus-house", "fswe", "harbour-support", "entraide");
  private static final String REFERRALS = Topics.agencyReferrals("hiatus-house");
  private static final Caller OFFICER = Caller.person("windsor-officer-1");

  @TempDir private Path folder;

  @Test
  void everything_is_told_again_and_changes_nothing() throws Exception {
    City city = City.start();
    String withdrawn = peopleAndAFeedAtWork(city);
    Map<String, Set<String>> toldBefore = told(city);
    Map<String, List<String>> before = Tables.dump(city);
    city.close();
    delete(city.local().data().resolve("kafka"));

    City after = City.again(city.local());
    try {
      assertThat(told(after).values()).as("the disk is empty").allMatch(Set::isEmpty);
      Verb verb = Verb.run(after, "republish", "--from=2020-01-01T00:00:00Z");
      assertThat(verb.code()).as(verb.words()).isZero();
      assertThat(verb.words()).contains("1 left out, done");
      after.settles();

      assertThat(told(after)).isEqualTo(asFarAsConsentCovers(toldBefore, withdrawn));
      inTheirOrder(after);
      Map<String, List<String>> now = Tables.dump(after);
      assertThat(now.keySet()).isEqualTo(before.keySet());
      before.forEach((table, rows) -> assertThat(now.get(table)).as(table).isEqualTo(rows));
      assertThat(now.get("notification.page")).as("pages, nobody again").isNotEmpty();
      JsonNode status = new ObjectMapper().readTree(Verb.run(after, "status", "--json").words());
      assertThat(status.path("lagRecords").asLong(-1)).isZero();

      Walks walks = new Walks(after);
      walks.walk("afterwards", 2);
      after.settles();
      walks.eachHadItsEffectsOnce();
    } finally {
      after.close();
    }
  }

  private String peopleAndAFeedAtWork(City city) throws IOException {
    Path file = Files.writeString(folder.resolve("feed.csv"), FaultTest.feed("disk"));
    Path mapping = Files.writeString(folder.resolve("mapping.yaml"), FaultTest.MAPPING);
    CompletableFuture<Integer> replay =
        CompletableFuture.supplyAsync(
            () ->
                Simulator.run(
                    "replay",
                    file.toString(),
                    "--mapping=" + mapping,
                    "--at-once",
                    "--lanes=8",
                    "--data=" + folder.resolve("state"),
                    "--url=" + city.stack().url()));
    new Walks(city).walk("disk", WALKS);
    assertThat(replay.join()).isZero();
    city.settles();
    String withdrawn = withdrawOne(city);
    city.settles();
    return withdrawn;
  }

  /** That it was offered is not told again; that it was revoked is. */
  private static Map<String, Set<String>> asFarAsConsentCovers(
      Map<String, Set<String>> toldBefore, String withdrawn) {
    Set<String> covered = new TreeSet<>(toldBefore.get(REFERRALS));
    assertThat(covered.removeIf(event -> event.contains(withdrawn) && event.contains("offered")))
        .isTrue();
    assertThat(covered).anyMatch(event -> event.contains(withdrawn) && event.contains("revoked"));
    Map<String, Set<String>> expected = new HashMap<>(toldBefore);
    expected.put(REFERRALS, covered);
    return expected;
  }

  /** The referral whose consent was taken back. */
  private static String withdrawOne(City city) {
    Heard given =
        city.heard().stream()
            .filter(event -> event.what().equals("consent-given"))
            .findFirst()
            .orElseThrow();
    UUID consent = City.id(given.data(), "consent");
    Answer answer = city.posts(OFFICER, Papers.CONSENTS + "/" + consent + "/withdrawal");
    assertThat(answer.done()).as(answer.problem()).isTrue();
    return city.heard().stream()
        .filter(event -> event.what().equals("referral-requested"))
        .filter(event -> event.data().path("consent").asText().equals(consent.toString()))
        .map(event -> event.data().path("referral").asText())
        .findFirst()
        .orElseThrow();
  }

  /** By topic: every event with its id, its version and its body. */
  private static Map<String, Set<String>> told(City city) {
    Map<String, Set<String>> told = new HashMap<>();
    Topics.shared().forEach(topic -> told.put(topic.name(), new TreeSet<>()));
    AGENCIES.forEach(agency -> told.put(Topics.agencyReferrals(agency), new TreeSet<>()));
    for (Heard event : hear(city)) {
      told.computeIfAbsent(event.topic(), topic -> new TreeSet<>())
          .add(
              "%s %s %s %s %s"
                  .formatted(
                      event.what(),
                      event.attribute("id"),
                      event.attribute("subject"),
                      event.attribute("aggregateversion"),
                      event.data()));
    }
    return told;
  }

  private static void inTheirOrder(City city) {
    Map<String, Long> versions = new HashMap<>();
    for (Heard event : hear(city)) {
      if (!event.topic().equals(REFERRALS)) {
        long version = Long.parseLong(event.attribute("aggregateversion"));
        String aggregate = event.topic() + event.attribute("subject");
        long newest = versions.merge(aggregate, version, Math::max);
        assertThat(newest).as("no version passed another").isEqualTo(version);
      }
    }
  }

  private static List<Heard> hear(City city) {
    List<Heard> all = new ArrayList<>();
    try (Hearing shared =
        city.stack().hear(Topics.shared().stream().map(Topics.Topic::name).toList())) {
      all.addAll(shared.toTheEnd());
    }
    for (String agency : AGENCIES) {
      try (Hearing own = city.stack().hearAsAgency(agency, Topics.agencyReferrals(agency))) {
        all.addAll(own.toTheEnd());
      }
    }
    return all;
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> walk = Files.walk(tree)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
