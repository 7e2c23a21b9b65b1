package org.warmhandoff.referral.answering;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.Order;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.answering.AnswerReferral.Answer;
import org.warmhandoff.referral.answering.AnswerReferral.Result.NotTaken;
import org.warmhandoff.referral.answering.AnswerReferral.Result.Taken;

/**
 * Hears every agency on its own topic. The agency an answer names is the topic's: only that
 * agency's principal can write there, and the inbox sets aside what names another.
 */
@ApplicationScoped
class AgencyAnswerConsumer implements Handler {

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
    inbox.take(this, batch);
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
    Answer said =
        new Answer(
            answer.agency(),
            answer.referral(),
            answer.status(),
            answer.reason(),
            Door.TOPIC,
            head.id());
    switch (answerReferral.answer(said)) {
      case Taken taken -> {}
      case NotTaken no -> noteRefusedAnswer.note(head, answer, no.why(), no.incident());
    }
  }
}
