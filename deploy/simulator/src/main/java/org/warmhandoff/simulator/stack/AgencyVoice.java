package org.warmhandoff.simulator.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Unreachable;

/** An agency's own system, answering on the agency's topic. */
public final class AgencyVoice implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final String agency;

  /** Answers as this agency. */
  public AgencyVoice(Map<String, Object> settings, String agency) {
    settings.put("acks", "all");
    // It may outlive the broker's disk: no producer id, for the reason the relay has none.
    settings.put("enable.idempotence", false);
    settings.put("max.in.flight.requests.per.connection", 1);
    settings.put("linger.ms", 0);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.agency = agency;
  }

  /** Answers, and returns when the broker has it. The id makes a repetition known as one. */
  public void answers(
      UUID id, UUID referral, AgencyAnswer.Status status, @Nullable String reason, Instant at) {
    ObjectNode data =
        JsonNodeFactory.instance
            .objectNode()
            .put("agency", agency)
            .put("referral", referral.toString())
            .put("status", status.name())
            .put("at", at.toString());
    if (reason != null) {
      data.put("reason", reason);
    }
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.agencyAnswers(agency),
            referral.toString(),
            data.toString().getBytes(StandardCharsets.UTF_8));
    header(record.headers(), "ce_specversion", "1.0");
    header(record.headers(), "ce_id", id.toString());
    header(record.headers(), "ce_source", "/agencies/" + agency);
    header(record.headers(), "ce_type", EventTypes.name(ReferralStatusChanged.class));
    header(record.headers(), "ce_subject", referral.toString());
    header(record.headers(), "ce_time", at.toString());
    header(record.headers(), "content-type", "application/json");
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new Unreachable("the answer of " + agency + " was not taken: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while answering");
    }
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
