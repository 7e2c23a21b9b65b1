package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what workers, dispatchers and supervisors do with an assignment. */
@MessageBundle("assignment")
public interface AssignmentMessages {

  @Message("From when could you? Leave it empty if you do not know.")
  String not_before();

  @Message("How long until you are there?")
  String ask_way();

  @Message("{minutes} minutes")
  String way(int minutes);

  @Message("I am on the way, no idea how long")
  String way_unknown();

  @Message("Change this help")
  String direct();

  @Message("This help is over. There is nothing left to change.")
  String direct_over();

  @Message("Ask somebody else")
  String pass_on();

  @Message("Who?")
  String to_whom();

  @Message("Whoever is next")
  String whoever_next();

  @Message("Why?")
  String why_by_hand();

  @Message(
      "{#when code}{#is 'not-needed'}Not needed any more{#is 'asked-by-officer'}The officer asked"
          + " for it{#is 'other-call-first'}Another call comes first{#is 'worker-cannot'}The worker"
          + " cannot go on{#is 'conflict'}Must not be this worker{#is 'mistake'}It was a"
          + " mistake{#else}Something else{/when}")
  String by_hand(String code);

  @Message("Yes, whoever has it now stops, and somebody else is asked")
  String sure_pass_on();

  @Message("Call off this help")
  String call_off();

  @Message("Yes, nobody comes for this any more")
  String sure_call_off();

  @Message("Back")
  String back();

  @Message("Nobody has said yes in time")
  String late();

  @Message("Workers are still being asked. Find somebody, or ask one by name.")
  String late_ask();

  @Message("Waits for somebody")
  String waiting_work();

  @Message("I take it")
  String take();

  @Message("Not reached?")
  String ask_attempt();

  @Message(
      "{#when code}{#is 'no-answer'}No answer{#is 'somebody-else'}Somebody else answered, I ended the"
          + " call{#is 'wrong-number'}Wrong number{#else}Cannot talk now{/when}")
  String attempt(String code);

  @Message("Tried {count} times, last {clock}")
  String tried(int count, String clock);

  @Message("She was referred, and brought to a refuge at once")
  String to_refuge();

  @Message("She got in touch again")
  String came_back();

  @Message("She agrees that police learn of it")
  String police_may_know();

  @Message("Note it down")
  String note_return();
}
