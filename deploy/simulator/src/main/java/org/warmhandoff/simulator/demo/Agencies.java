package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.AgencyVoice;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;
import org.warmhandoff.simulator.stack.LocalStack;

/** The four agencies: each reads its own topic as itself, reads content, answers by either way. */
final class Agencies implements AutoCloseable {

  static final List<String> CODES = List.of("hiatus-house", "fswe", "harbour-support", "entraide");

  private final Play play;
  private final long seed;
  private final Map<String, Hearing> ears = new HashMap<>();
  private final Map<String, AgencyVoice> voices = new HashMap<>();
  private final Set<UUID> revoked = new HashSet<>();
  private int count;

  Agencies(Play play, LocalStack stack, long seed) {
    this.play = play;
    this.seed = seed;
    for (String code : CODES) {
      ears.put(code, stack.hearAsAgency(code, Topics.agencyReferrals(code)));
      voices.put(code, new AgencyVoice(stack.kafka(Access.principalOf(code)), code));
    }
  }

  List<TopicPartition> partitions() {
    List<TopicPartition> all = new ArrayList<>();
    ears.values().forEach(ear -> all.addAll(ear.partitions()));
    return all;
  }

  /** Each agency reads what its topic holds before these offsets. */
  void hear(Map<TopicPartition, Long> ends) {
    ears.forEach(
        (code, ear) -> {
          for (Heard heard : ear.upTo(ends)) {
            UUID referral = Play.id(heard.data(), "referral");
            switch (heard.what()) {
              case "referral-offered" -> offered(code, referral, heard);
              case "referral-revoked" -> revoked.add(referral);
              default -> play.surprise(code + " was sent " + heard.what());
            }
          }
        });
  }

  private void offered(String code, UUID referral, Heard heard) {
    play.tally.referralsSent++;
    Chance chance = new Chance(seed, -1 - count++);
    String content = URI.create(heard.attribute("dataref")).getPath();
    play.in(
        chance.minutes(10, 240),
        referral,
        () -> {
          if (!revoked.contains(referral)) {
            reads(code, referral, content, chance);
          }
        });
  }

  private void reads(String code, UUID referral, String content, Chance chance) {
    Answer read = play.tries(Caller.agency(code), content);
    if (read.status() == 410 || read.status() == 409) {
      return; // withdrawn in this very minute
    }
    if (!read.done()) {
      play.surprise(code + " could not read a referral's content: " + read.problem());
      return;
    }
    play.tally.contentRead++;
    boolean accepts = chance.in(0.86);
    play.in(
        chance.minutes(5, 90),
        referral,
        () -> {
          if (revoked.contains(referral)) {
            return;
          }
          if (!accepts) {
            answers(code, referral, Status.REJECTED, "no-capacity", chance);
            return;
          }
          if (answers(code, referral, Status.ACCEPTED, null, chance)) {
            play.tally.referralsAccepted.add(referral);
            play.in(
                Duration.ofHours(20).plus(chance.minutes(0, 1200)),
                referral,
                () -> {
                  if (!revoked.contains(referral)) {
                    answers(code, referral, Status.IN_PROGRESS, null, chance);
                  }
                });
          }
        });
  }

  private boolean answers(
      String code, UUID referral, Status status, @Nullable String reason, Chance chance) {
    if (chance.in(0.5)) {
      UUID id = UUID.nameUUIDFromBytes((referral + status.name()).getBytes(StandardCharsets.UTF_8));
      voice(code).answers(id, referral, status, reason, play.now());
      return true;
    }
    ObjectNode answer = Play.object().put("status", status.name());
    if (reason != null) {
      answer.put("reason", reason);
    }
    Answer told =
        play.tries(
            Caller.agency(code), "/referral/api/v1/referrals/" + referral + "/answers", answer);
    if (!told.done() && told.status() != 410 && told.status() != 409) {
      play.surprise(code + " could not answer: " + told.problem());
    }
    return told.done();
  }

  private AgencyVoice voice(String code) {
    AgencyVoice voice = voices.get(code);
    if (voice == null) {
      throw new IllegalStateException("no agency " + code);
    }
    return voice;
  }

  @Override
  public void close() {
    ears.values().forEach(Hearing::close);
    voices.values().forEach(AgencyVoice::close);
  }
}
