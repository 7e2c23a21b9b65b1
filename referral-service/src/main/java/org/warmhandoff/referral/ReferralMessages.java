package org.warmhandoff.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;

/** The words of this service's pages; plain enough for a twelve-year-old. */
@MessageBundle("referral")
public interface ReferralMessages {

  /** Neutral on purpose: it stands in the history of a phone that may be shared. */
  @Message("Notes")
  String consent_title();

  @Message("May we share this with someone who can help?")
  String consent_heading();

  @Message("Whom do you want to ask about?")
  String consent_choose();

  @Message("There is nobody left to ask about. Agencies appear here when they are added.")
  String consent_nobody();

  @Message("What was said so far")
  String consent_said();

  @Message("Take it back")
  String consent_take_back();

  @Message("Read this together, or read it aloud")
  String consent_read();

  @Message("What may be shared?")
  String consent_share();

  @Message("Tick only what she or he agrees to. What is not ticked stays here.")
  String consent_share_hint();

  @Message("Out of sight and hearing of the other party?")
  String consent_unheard();

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("I don’t know")
  String unknown();

  @Message("Who says so?")
  String consent_who();

  @Message("The person, to me")
  String consent_own_words();

  @Message("I do, from what I understood")
  String consent_asserted();

  @Message("How was it said?")
  String consent_form();

  @Message("Spoken")
  String form_verbal();

  @Message("On paper")
  String form_written();

  @Message("On this screen")
  String form_electronic();

  @Message("More: what help, how soon")
  String consent_more();

  @Message("What help is wanted?")
  String consent_needs();

  @Message("How soon?")
  String consent_urgency();

  @Message("Yes, share it")
  String consent_yes();

  @Message("No, do not share")
  String consent_no();

  @Message("Not now")
  String consent_not_now();

  @Message("Saying no changes nothing about the help tonight.")
  String consent_no_harm();

  @Message("Back")
  String back();

  @Message(
      "{#when outcome}{#is 'given'}Noted: yes.{#is 'refused'}Noted: no. You may ask again later.{#is"
          + " 'not-now'}Nothing was decided. You may ask again later.{#is 'withdrawn'}Taken back. It"
          + " can no longer be read.{#else}{/when}")
  String consent_outcome(String outcome);

  @Message(
      "{#when standing}{#is GIVEN}Yes{#is REFUSED}No{#is WITHDRAWN}Taken back{#is LAPSED}Run"
          + " out{/when}")
  String standing(Standing standing);

  @Message(
      "{#when purpose}{#is SUPPORT}support{#is EARLY_INTERVENTION}early help{#is OUTREACH}a talk"
          + " after the arrest{/when}")
  String purpose(Purpose purpose);

  @Message(
      "{#when category}{#is NAME}Name{#is PHONE}Phone number{#is SAFE_CONTACT}When and how it is safe"
          + " to call{#is ADDRESS}Address{#is LANGUAGE}Language{#is INCIDENT_SUMMARY}What happened, in"
          + " a few keywords{/when}")
  String category(DataCategory category);

  @Message(
      "{#when urgency}{#is ROUTINE}In the next days{#is URGENT}Today or tomorrow{#is EMERGENCY}Right"
          + " now{/when}")
  String urgency(Urgency urgency);

  @Message(
      "{#when need}{#is 'shelter'}A safe place to stay{#is 'safety-plan'}A safety plan{#is"
          + " 'legal'}Legal advice{#is 'counselling'}Someone to talk to{#is 'children'}Help for the"
          + " children{#is 'money'}Money{#is 'health'}A doctor{#else}{need}{/when}")
  String need(String need);

  @Message("Inbox")
  String inbox_title();

  @Message("Referrals that wait for you")
  String inbox_heading();

  @Message("Nothing waits. A referral appears here as soon as a person agreed to it.")
  String inbox_empty();

  @Message("Open")
  String inbox_open();

  @Message("Client")
  String inbox_client();

  @Message("Offered")
  String inbox_offered();

  @Message("Answer by")
  String inbox_due();

  @Message("Asks for")
  String inbox_needs();

  @Message("Read the content")
  String inbox_read();

  @Message("Each time you read it, it is noted who read what and why.")
  String inbox_read_hint();

  @Message("Your answer")
  String inbox_answer();

  @Message("Reason")
  String inbox_reason();

  @Message("This referral is over. Nothing more is to be answered.")
  String inbox_over();

  @Message("What you may know")
  String content_heading();

  @Message("Only what the person agreed to, at this moment. Do not print it without need.")
  String content_hint();

  @Message("Nothing is recorded of what was agreed to.")
  String content_empty();

  @Message("What happened")
  String content_incident();

  @Message(
      "{#when state}{#is 'requested'}Waits for your answer{#is 'accepted'}Accepted{#is"
          + " 'in-progress'}In progress{#is 'on-hold'}On hold{#is 'rejected'}Rejected{#is"
          + " 'completed'}Completed{#is 'cancelled'}Cancelled{#is 'failed'}Not possible{#is"
          + " 'withdrawn'}Consent taken back: stop, and delete what you read{/when}")
  String state(String state);

  @Message(
      "{#when status}{#is ACCEPTED}Accept{#is REJECTED}Reject{#is IN_PROGRESS}Work begins{#is"
          + " ON_HOLD}Put on hold{#is COMPLETED}Close: done{#is CANCELLED}Cancel{#is FAILED}Close: not"
          + " possible{/when}")
  String answer(Status status);

  @Message(
      "{#when reason}{#is 'no-capacity'}No capacity{#is 'waitlist-full'}Waiting list full{#is"
          + " 'out-of-area'}Out of our area{#is 'not-eligible'}Not eligible{#is 'not-suitable'}Not the"
          + " right service{#is 'already-supported'}Already supported{#is 'duplicate'}Known"
          + " already{#is 'unreachable'}Could not be reached{#is 'unsafe-to-contact'}Not safe to"
          + " contact{#is 'client-declined'}The client does not want it{#is"
          + " 'waiting-for-client'}Waiting for the client{#is 'moved-away'}Moved away{#is"
          + " 'service-ended'}The service ended{#is 'other'}Other{#else}{reason}{/when}")
  String reason(String reason);
}
