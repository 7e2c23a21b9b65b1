package org.warmhandoff.referral.answering;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.Order;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.RefusedAnswer.Why;
import org.warmhandoff.referral.answering.AnswerReferral.Answer;
import org.warmhandoff.referral.answering.AnswerReferral.Result.NotTaken;
import org.warmhandoff.referral.answering.AnswerReferral.Result.Taken;

/** Hears every agency on its own topic, and believes of each only what is its own. */
@ApplicationScoped
class AgencyAnswerConsumer {

  private final Inbox inbox;
  private final AnswerReferral answerReferral;
  private final NoteRefusedAnswer noteRefusedAnswer;

  AgencyAnswerConsumer(
      Inbox inbox, AnswerReferral answerReferral, NoteRefusedAnswer noteRefusedAnswer) {
    this.inbox = inbox;
    this.answerReferral = answerReferral;
    this.noteRefusedAnswer = noteRefusedAnswer;
  }

  @Incoming("agency-answers")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    Map<String, Map<TopicPartition, List<ConsumerRecord<String, byte[]>>>> byAgency =
        batch.partitions().stream()
            .collect(
                Collectors.groupingBy(
                    partition -> agencyOf(partition.topic()),
                    Collectors.toMap(partition -> partition, batch::records)));
    byAgency.forEach(
        (agency, records) ->
            inbox.take(new TopicOf(agency), new ConsumerRecords<>(records, Map.of())));
  }

  /** {@code agency.<code>.answers.v1}; only that agency's principal can write there. */
  private static String agencyOf(String topic) {
    return topic.split("\\.")[1];
  }

  /** One agency's topic. */
  private final class TopicOf implements Handler {

    private final String agency;

    TopicOf(String agency) {
      this.agency = agency;
    }

    @Override
    public String consumer() {
      return "answers";
    }

    @Override
    public Order order() {
      return Order.AS_IT_COMES;
    }

    @Override
    public Handled handle(Fact<?> fact) {
      if (fact.event() instanceof ReferralStatusChanged answer) {
        take(fact.head(), answer);
      }
      return Handled.done();
    }

    private void take(Head head, ReferralStatusChanged answer) {
      if (!answer.agency().equals(agency)) {
        noteRefusedAnswer.note(head, agency, answer, Why.TOPIC_OF_ANOTHER, null);
        return;
      }
      switch (answerReferral.answer(
          new Answer(
              agency,
              answer.referral(),
              answer.status(),
              answer.reason(),
              Door.TOPIC,
              head.id()))) {
        case Taken taken -> {}
        case NotTaken no -> noteRefusedAnswer.note(head, agency, answer, no.why(), no.incident());
      }
    }
  }
}
