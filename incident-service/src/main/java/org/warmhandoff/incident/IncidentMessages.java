package org.warmhandoff.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** The words of the officer's and the worker's pages; short, and readable at twelve. */
@MessageBundle("incident")
public interface IncidentMessages {

  @Message("Open incidents")
  String open_incidents();

  @Message(
      "No open domestic incident. A new one appears here as soon as dispatch sends it."
          + " Load this page again to look.")
  String no_incidents();

  @Message("Newer")
  String newer();

  @Message("Older")
  String older();

  @Message("Drill")
  String drill();

  @Message("{minutes} min ago, {clock}")
  String ago(long minutes, String clock);

  @Message("{clock}")
  String at(String clock);

  @Message("Incident {number}")
  String incident(String number);

  @Message(
      "{#when scene}{#is 'safe'}Scene safe{#is 'cleared'}Officers left{#else}Not safe yet{/when}")
  String scene_word(String scene);

  @Message("Is the scene safe?")
  String ask_safe();

  @Message("Where is the suspect?")
  String where_suspect();

  @Message("In custody")
  String in_custody();

  @Message("Left")
  String left();

  @Message("Here, kept apart")
  String separated();

  @Message("Not known")
  String unknown();

  @Message("Scene is safe")
  String say_safe();

  @Message("Not safe any more")
  String say_not_safe();

  @Message("Workers on their way are stopped at once.")
  String not_safe_hint();

  @Message("Is a worker wanted?")
  String ask_worker();

  @Message("Which victim?")
  String which_victim();

  @Message("Victim {number}")
  String victim(int number);

  @Message("Language, if not yours (fr, pa, ar…)")
  String language();

  @Message("Worker here, please")
  String want_on_site();

  @Message("Worker by phone or video")
  String want_virtual();

  @Message("Asked for: {#if help eq 'on-site'}a worker here{#else}a worker by phone or video{/if}")
  String wanted(String help);

  @Message("Does the victim agree to a referral?")
  String ask_consent();

  @Message("Write down yes or no")
  String consent();

  @Message("Ask for consent to a referral")
  String consent_to_referral();

  @Message("Ask out of sight and hearing of the other person. No is fine: help goes on.")
  String consent_hint();

  @Message("Who comes")
  String who_comes();

  @Message("Nobody was asked for yet.")
  String nobody_asked();

  @Message("Nobody sets out before you say that the scene is safe.")
  String waits_for_safe();

  @Message(
      "{#when stage}{#is 'looking'}Looking for a worker"
          + "{#is 'waiting'}Waits for the next service hours"
          + "{#is 'assigned'}A worker is coming"
          + "{#is 'arrived'}The worker is there"
          + "{#is 'ended'}Ended"
          + "{#else}Nobody can come{/when}")
  String stage(String stage);

  @Message(
      "{#when mode}{#is 'on-site'}at the scene"
          + "{#is 'virtual'}by phone or video"
          + "{#is 'second-response'}by visit after you left"
          + "{#is 'control-room'}from the control room"
          + "{#else}later, by agreement{/when}")
  String help_mode(String mode);

  @Message("Answer expected by {clock}")
  String answer_by(String clock);

  @Message("She got in touch again by herself, {clock}. She agreed that you know.")
  String came_back(String clock);

  @Message("A worker comes, about {clock}")
  String comes_about(String clock);

  @Message("From {clock}")
  String from(String clock);

  @Message("Nobody can come. Give the victim this number:")
  String give_number();

  @Message("Nobody is on the way now. The victim can call this number:")
  String give_number_meanwhile();

  @Message("We are leaving")
  String say_clear();

  @Message("“Safe” ends when you leave.")
  String clear_hint();

  @Message("All open incidents")
  String back_to_list();

  @Message("Contact")
  String contact();

  @Message("You see this because you are assigned. Every look is recorded.")
  String contact_recorded();

  @Message("This program works from the referral: open it there, where consent is checked.")
  String contact_by_referral();

  @Message("Not yet: he must be released and his conditions recorded first.")
  String contact_after_release();

  @Message("Not yet: someone must look at this incident first.")
  String contact_after_review();

  @Message("Nothing is known yet. What police add appears here.")
  String contact_unknown();

  @Message(
      "{#when field}{#is 'NAME'}Name{#is 'PHONE'}Phone{#is 'ADDRESS'}Address"
          + "{#is 'LANGUAGE'}Language{#is 'SAFE_CONTACT'}Safe contact{#else}{field}{/when}")
  String field(String field);

  @Message("Safe contact, as said on {day}")
  String wish_said(LocalDate day);

  @Message("A number shared with the other person is not shown: use only a number that is his own.")
  String shared_number();

  @Message("No voicemail. Never mention the other person or their choices.")
  String outreach_rules();

  @Message("Back to my pages")
  String back_to_duty();

  @Message("Advisories")
  String advisories();

  @Message(
      "Nothing waits for an answer. What a worker asks of police appears here at once."
          + " The page looks again by itself.")
  String no_advisories();

  @Message(
      "Danger: {#when code}{#is 'weapon'}a weapon{#is 'threat-now'}a threat, now{#is"
          + " 'suspect-returned'}the suspect came back{#is 'self-harm'}self-harm{#is"
          + " 'child-at-risk'}a child is at risk{#is 'medical'}someone needs a doctor{#else}now{/when}")
  String danger(String code);

  @Message("Police should come faster")
  String faster();

  @Message("Somebody should have answered by now")
  String advisory_overdue();

  @Message("I know")
  String advisory_known();

  @Message("{count} more wait below these.")
  String more_advisories(long count);

  @Message("To the board")
  String to_board();
}
