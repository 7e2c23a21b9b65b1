package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the rota's page; short, and readable at twelve. */
@MessageBundle("rota")
public interface RotaMessages {

  @Message("Who is on duty")
  String title();

  @Message("Week of {monday}")
  String week(String monday);

  @Message("Weeks")
  String weeks();

  @Message("The week before")
  String before();

  @Message("The week after")
  String after();

  @Message("Times are those of {zone}")
  String zone_of(String zone);

  @Message("{times} your time")
  String own_time(String times);

  @Message("Today")
  String today();

  @Message("You")
  String you();

  @Message("Worker {name}")
  String worker(String name);

  @Message("Nobody yet")
  String nobody();

  @Message("Nobody {times}")
  String gap(String times);

  @Message("Nobody is missing this week.")
  String no_gaps();

  @Message("There are hours with nobody this week.")
  String gaps();

  @Message("Nobody will be on duty")
  String gaps_ahead();

  @Message("{program}: from {from} until {until}")
  String gap_ahead(String program, String from, String until);

  @Message("No shifts")
  String none();

  @Message("You have no program here. Whoever plans the shifts of one puts you on it.")
  String no_programs();

  @Message(
      "{#when state}{#is 'open'}Open{#is 'offered'}Given away{#is 'exchange'}To be exchanged{#is"
          + " 'double-booked'}Open: who was meant has another shift{#else}Taken{/when}")
  String state(String state);

  @Message("I take this shift")
  String take();

  @Message("Who may have it instead?")
  String give_whom();

  @Message("Whoever takes it")
  String give_any();

  @Message("In exchange for {shift}")
  String give_for(String shift);

  @Message("It stays yours until somebody takes it.")
  String give_hint();

  @Message("Give it away")
  String give();

  @Message("I keep it")
  String keep();

  @Message("Put somebody else on it")
  String override();

  @Message("Nobody: it is open")
  String override_open();

  @Message("Why?")
  String why();

  @Message(
      "{#when code}{#is 'unwell'}Unwell{#is 'agreed'}They agreed on it{#is 'gap'}Somebody was"
          + " missing{#is 'workload'}Too much work{#is 'mistake'}It was a"
          + " mistake{#else}Something else{/when}")
  String reason(String code);

  @Message("Save")
  String save();

  @Message("This shift does not take place")
  String call_off();

  @Message("Yes, nobody has to be there")
  String sure_call_off();

  @Message("Back to the week")
  String back();

  @Message("Away")
  String leave();

  @Message("From")
  String from();

  @Message("Until")
  String until();

  @Message("Times in {zone}. Why you are away is asked by nobody.")
  String leave_hint(String zone);

  @Message("Ask to be away")
  String ask_leave();

  @Message(
      "{#when state}{#is 'asked'}Asked for{#is 'granted'}Granted{#is"
          + " 'refused'}Refused{#else}Called off{/when}")
  String leave_state(String state);

  @Message("Grant")
  String grant();

  @Message("Refuse")
  String refuse();

  @Message("Call it off")
  String call_off_leave();

  @Message("My calendar")
  String calendar();

  @Message(
      "Your calendar program can read your shifts at a secret address. Whoever knows it sees"
          + " when you work.")
  String calendar_hint();

  @Message("Make a new address")
  String new_address();

  @Message("Copy it now: it is shown this once. The one before works no more.")
  String address_once();

  @Message("My zone")
  String my_zone();

  @Message("As each program")
  String zone_program();
}
