package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the duty pages and the board; short, and readable at twelve. */
@MessageBundle("notification")
public interface NotificationMessages {

  @Message("My pages")
  String my_pages();

  @Message(
      "Nothing calls on you now. A page appears here when someone needs you."
          + " The page looks again by itself.")
  String no_pages();

  @Message("{minutes} min, {clock}")
  String since(long minutes, String clock);

  @Message("Answer by {clock}, in {minutes} min")
  String answer_by(long minutes, String clock);

  @Message(
      "{#when state}{#is 'paged'}You are needed{#is 'accepted'}You said yes{#is"
          + " 'en-route'}You are on the way{#is 'arrived'}You are there{#is 'in-contact'}You are in contact{#is 'stood-down'}Called off: stop{#is"
          + " 'told'}Nobody is left: you are told{#else}Over{/when}")
  String my_state(String state);

  @Message(
      "{#when mode}{#is 'on-site'}At the scene{#is 'virtual'}By phone or video{#is"
          + " 'second-response'}Visit after the first car left{#is 'control-room'}From the control"
          + " room{#is 'outreach'}Outreach by phone{#else}Follow-up{/when}")
  String mode(String mode);

  @Message("Open")
  String open();

  @Message("Can you go?")
  String ask_accept();

  @Message("I take it")
  String accept();

  @Message("I cannot")
  String decline();

  @Message("Why not?")
  String why_not();

  @Message(
      "{#when reason}{#is 'busy'}Busy{#is 'unwell'}Unwell{#is 'too-far'}Too far{#is"
          + " 'conflict'}Must not be me{#else}Something else{/when}")
  String decline_reason(String reason);

  @Message("Are you there?")
  String ask_arrived();

  @Message("I have arrived")
  String arrived();

  @Message("Are you talking with each other?")
  String ask_contact();

  @Message("We are in contact")
  String contact();

  @Message("How did it end?")
  String ask_outcome();

  @Message("It is over")
  String conclude();

  @Message(
      "{#when outcome}{#is 'referred'}Referred to an agency{#is 'already-supported'}Already has"
          + " support{#is 'declined'}Does not want help now{#is 'unreachable'}Could not be"
          + " reached{#is 'unsafe-to-contact'}Not safe to contact{#else}Not offered{/when}")
  String outcome(String outcome);

  @Message("Contact details (each look is recorded)")
  String contact_details();

  @Message("Do not go. Turn back if you are on the way.")
  String stop_now();

  @Message("I have stopped")
  String stopped();

  @Message("Nobody answered this page. Please see to it yourself.")
  String supervisor_ask();

  @Message("I see to it")
  String acknowledge();

  @Message("The scene is not safe now. Stay back until officers say it is.")
  String scene_unsafe();

  @Message("The officers have left the scene.")
  String scene_cleared();

  @Message("This page is over. Thank you.")
  String page_over();

  @Message("All my pages")
  String back_to_duty();

  @Message("Board")
  String board();

  @Message("No help is under way. An incident appears here when a worker is looked for.")
  String board_empty();

  @Message("Most urgent first, then longest waiting")
  String board_order();

  @Message("{#if code eq 'high'}High risk{#else}Raised risk{/if}")
  String urgency(String code);

  @Message("Incident")
  String incident();

  @Message("Program")
  String program();

  @Message("State")
  String state();

  @Message("Since")
  String since_title();

  @Message("Paged")
  String paged();

  @Message("Next")
  String next();

  @Message("Why?")
  String why();

  @Message(
      "{#when state}{#is 'paged'}Looking for a worker{#is 'waiting'}Waits for its hours or for a"
          + " worker{#is 'told'}Supervisor told{#is 'unattended'}Nobody can be told{#is 'stale'}Came too late,"
          + " nobody paged{#is 'accepted'}A worker said yes{#is 'en-route'}Worker on the way{#is 'arrived'}Worker is there{#is"
          + " 'in-contact'}In contact{#is 'stopping'}Called off, worker has not"
          + " confirmed{#is 'stood-down'}Called off{#is 'reassigned'}Passed on{#is 'concluded'}Over{#is 'acknowledged'}A supervisor has it{#else}Being decided{/when}")
  String board_state(String state);

  @Message(
      "{#when ending}{#is 'accepted'}said yes{#is 'declined'}cannot{#is 'expired'}no answer{#is"
          + " 'stood-down'}called off{#is 'withdrawn'}taken back{#is 'reassigned'}passed on{#else}asked{/when}")
  String ending(String ending);

  @Message("Worker {id}")
  String worker(String id);

  @Message("Why these programs and workers")
  String reasons();

  @Message("No decision is recorded for this incident.")
  String no_reasons();

  @Message("Back to the board")
  String back_to_board();

  @Message(
      "{#when code}{#is 'eligible'}it is for incidents like this{#is 'opens'}it starts now{#is"
          + " 'fit'}can go ({first} in hand){#is 'fit-stranger'}can go ({first} in hand), does not speak her language{#is"
          + " 'fit-unskilled'}can go ({first} in hand), not all the skills{#is 'fit-far'}can go ({first}"
          + " in hand), has a longer way{#is 'off-duty'}off duty{#is 'inactive'}not active{#is"
          + " 'not-registered'}not registered{#is 'no-verified-channel'}no verified way to reach"
          + " them{#is 'on-scene'}at another scene{#is 'just-taken'}taken a moment ago{#is"
          + " 'page-open'}has an open page{#is 'not-of-role'}is no {first}, which this place asks for{#is 'not-available'}not available{#is 'not-domestic'}not"
          + " domestic{#is 'domestic-unknown'}not known yet whether domestic{#is"
          + " 'charge-undecided'}charge not decided yet{#is 'no-charge'}no charge{#is"
          + " 'charge-laid'}a charge was laid{#is 'cancelled'}cancelled{#is"
          + " 'incident-closed'}closed{#is 'incident-still-open'}still open{#is"
          + " 'not-partner'}not partners{#is 'not-family'}not family{#is 'relationship-unknown'}not"
          + " known yet how they are related{#is 'not-physical'}no violence against the body{#is"
          + " 'physical-unknown'}not known yet whether there was{#is 'not-arrest'}no arrest{#is"
          + " 'arrest-unknown'}not known yet whether there is an arrest{#is 'not-asked'}no officer asked"
          + " yet{#is 'risk-unknown'}risk not known yet{#is 'risk-lower'}risk is lower{#is"
          + " 'other-municipality'}another place{#is 'municipality-unknown'}place not known yet{#is"
          + " 'worker-not-wanted'}no officer asked yet{#is 'scene-not-safe'}scene not safe{#is"
          + " 'incident-not-open'}not open{#is 'officers-not-cleared'}officers still there{#is"
          + " 'no-consent'}no consent{#is 'already-open'}already under way{#is"
          + " 'already-done'}already helped{#is 'rung-below'}comes after {first}{#is"
          + " 'outside-window'}outside its hours{#is 'stale'}came too late to page anyone{#is"
          + " 'before-reopening'}was said before the call was opened again{#is 'same-help'}somebody"
          + " else's page for the same help goes on{#is 'rung-shared'}{first} is asked already{#is 'paged'}paged for {first}{#is"
          + " 'rung-changed'}went on from {first}{#is 'waits'}waits for the hours of {first}{#is"
          + " 'waits-for-worker'}waits for a worker of {first}{#is"
          + " 'supervisor-told'}supervisor told{#is 'nobody-reachable'}nobody could be"
          + " told{#else}{code}{/when}")
  String reason(String code, String first);

  @Message(
      "{#when code}{#is 'excluded'}a party to this incident{#is 'excluded-unit'}of the same unit as a"
          + " party{#is 'other-side'}has helped the other side{#is 'on-leave'}on leave{#is"
          + " 'dual-role'}called victim and offender: a person decides{#is 'conflict'}turned out to"
          + " be a party, or of the other side{#else}{code}{/when}")
  String kept_reason(String code);

  @Message("Alerts")
  String alerts();

  @Message("Alerts that wait for you: {count}")
  String alerts_waiting(int count);

  @Message(
      "No alert waits for you. One appears here when someone is in danger. The page looks again by"
          + " itself.")
  String no_alerts();

  @Message("Belongs with {incidents}")
  String linked_with(String incidents);

  @Message("Nobody knows yet of what workers asked of police: {count}")
  String board_alerts(int count);

  @Message("No supervisor can be reached: answer it yourself.")
  String alert_unattended();

  @Message("Calls you had in the last days")
  String my_calls();

  @Message("Somebody is in danger there: tell police")
  String danger_there();

  @Message("Somebody is in danger now")
  String danger_now();

  @Message("What is it? Police are told this word and nothing else.")
  String which_danger();

  @Message(
      "{#when code}{#is 'weapon'}A weapon{#is 'threat-now'}A threat, now{#is 'suspect-returned'}The"
          + " suspect came back{#is 'self-harm'}Self-harm{#is 'child-at-risk'}A child is at"
          + " risk{#is 'medical'}Someone needs a doctor{#else}{/when}")
  String danger(String code);

  @Message("Tell police")
  String tell_police();

  @Message("Police should come faster")
  String ask_faster();

  @Message(
      "{#when kind}{#is 'imminent-danger'}Somebody is in danger{#else}Police should come"
          + " faster{/when}")
  String alert_kind(String kind);

  @Message("Police have not answered yet. Call them.")
  String alert_ask();

  @Message("Was it right to tell police?")
  String ask_verdict();

  @Message("Yes, it was right")
  String approve();

  @Message("No, it was not")
  String not_approve();

  @Message("Judge it by {clock}, in {minutes} min")
  String judge_by(long minutes, String clock);

  @Message("Overdue since {clock}")
  String overdue(String clock);

  @Message("Look at the safety plan again")
  String review_plan();

  @Message("I have looked at it")
  String reviewed();

  @Message("What I told police")
  String my_alerts();

  @Message("{#when known}{#is true}Somebody knows{#else}Nobody has answered yet{/when}")
  String known(boolean known);
}
