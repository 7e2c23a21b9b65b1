package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the programs' page; short, and readable at twelve. */
@MessageBundle("programs")
public interface ProgramMessages {

  @Message("Programs")
  String title();

  @Message("No program yet. One appears here when an administrator puts it.")
  String none();

  @Message("Version {version}")
  String version(int version);

  @Message("{#if code eq 'victim'}For victims{#else}For alleged offenders{/if}")
  String audience(String code);

  @Message("Hours")
  String hours();

  @Message(
      "{#when code}{#is 'MO'}Mon{#is 'TU'}Tue{#is 'WE'}Wed{#is 'TH'}Thu{#is 'FR'}Fri{#is"
          + " 'SA'}Sat{#is 'SU'}Sun{#is 'every-day'}Every day{#else}{code}{/when}")
  String day(String code);

  @Message("Not on {dates}")
  String holidays(String dates);

  @Message("Whom it is for")
  String eligible();

  @Message("Every incident")
  String everyone();

  @Message(
      "{#when code}{#is 'domestic-yes'}It is domestic{#is 'domestic-no'}It is not domestic{#is"
          + " 'relationship-partner'}The two are or were partners{#is 'relationship-family'}The two"
          + " are family{#is 'charge-laid'}A charge was laid{#is 'charge-none'}No charge was"
          + " laid{#is 'physical-yes'}It was physical{#is 'physical-no'}It was not physical{#is"
          + " 'arrest-yes'}There was an arrest{#is 'arrest-no'}There was no arrest{#is"
          + " 'asked-yes'}An officer asked for a worker{#is 'asked-no'}No officer asked for a"
          + " worker{#is 'risk-raised'}The risk is raised or high{#is 'risk-high'}The risk is"
          + " high{#is 'status-open'}The call is open{#is 'status-closed'}The call is"
          + " over{#else}{code}{/when}")
  String rule(String code);

  @Message("It happened in one of: {codes}")
  String places(String codes);

  @Message(
      "{#when code}{#is 'proceed'}Not known yet: go on all the same{#is 'next-rung'}Not known yet:"
          + " the next program goes at once{#else}Not known yet: wait{/when}")
  String unknown(String code);

  @Message("Who answers")
  String staffing();

  @Message(
      "{#if code eq 'rota'}Whoever is on duty, one after the other{#else if code eq 'pool'}Everyone on duty is asked at once{#else}Two who go together{/if}")
  String staffed(String code);

  @Message("How help comes")
  String which_mode();

  @Message("Now, or in office hours")
  String which_kind();

  @Message("{#if code eq 'live-help'}Help now: staff are paged{#else}A follow-up{/if}")
  String kind(String code);

  @Message("It starts when")
  String which_trigger();

  @Message(
      "{#when code}{#is 'scene-safe-and-worker-wanted'}the scene is safe and police want somebody"
          + "{#is 'worker-wanted'}police ask for somebody{#is 'incident-open'}the call is open"
          + "{#is 'officers-cleared'}the first car has left{#is 'consent-given'}the person has"
          + " said yes to its agency{#else}somebody was arrested and let go{/when}")
  String trigger(String code);

  @Message("What the two of a crew must be (codes of skills, comma between; empty: anyone)")
  String crew_roles();

  @Message("Languages that are wanted (codes, comma between: fr, ar)")
  String languages();

  @Message("Skills that are wanted (codes, comma between)")
  String skills();

  @Message("Time zone of its hours (America/Toronto)")
  String zone();

  @Message("{minutes} min to answer a page")
  String answer_within(long minutes);

  @Message("Then {program}")
  String next_rung(String program);

  @Message("Somebody is to have said yes within {minutes} min")
  String target(long minutes);

  @Message("If nobody comes, give this number: {number}")
  String help_line(String number);

  @Message("A change waits to be published. Saved by {by}.")
  String drafted(String by);

  @Message("Open")
  String open();

  @Message("All programs")
  String all();

  @Message("Change it")
  String change();

  @Message("This cannot be saved as it is: {flaw}. Nothing was lost: mend it below.")
  String flaw(String flaw);

  @Message("Name")
  String name();

  @Message("Window {number}")
  String window(int number);

  @Message("From (15:00)")
  String from();

  @Message("Until (23:00; 24:00 is the end of the day)")
  String to();

  @Message("Another rule, as FREQ=MONTHLY;BYDAY=1MO")
  String other_rule();

  @Message("Days without service, one a line: 2026-12-25 Christmas")
  String holiday_lines();

  @Message(
      "{#when code}{#is 'domestic'}Is it domestic?{#is 'relationship'}How are the two"
          + " related?{#is 'charge'}Was a charge laid?{#is 'physical'}Was it physical?{#is"
          + " 'arrest'}Was there an arrest?{#is 'asked'}Did an officer ask for a worker?{#is"
          + " 'risk'}How high is the risk?{#else}Is the call open?{/when}")
  String criterion(String code);

  @Message(
      "{#when code}{#is 'any'}Any{#is 'yes'}Yes{#is 'no'}No{#is 'partner'}Partners{#is"
          + " 'family'}Family{#is 'laid'}A charge was laid{#is 'none'}No charge{#is"
          + " 'raised'}Raised or high{#is 'high'}High{#is 'open'}Open{#is"
          + " 'closed'}Over{#else}{code}{/when}")
  String option(String code);

  @Message("If not known yet")
  String when_unknown();

  @Message(
      "{#when code}{#is 'proceed'}go on all the same{#is 'next-rung'}the next program"
          + " goes{#else}wait{/when}")
  String means(String code);

  @Message("Only in these places (codes, comma between; empty: everywhere)")
  String municipalities();

  @Message("Minutes to answer a page")
  String answer_minutes();

  @Message("Minutes until somebody is to have said yes (empty: none)")
  String target_minutes();

  @Message("Tell the supervisor after so many pages (empty: everyone first)")
  String supervisor_after();

  @Message("Then which program")
  String next();

  @Message("None")
  String nothing();

  @Message("Outside its hours")
  String outside();

  @Message(
      "{#when code}{#is 'next-rung'}The next program{#is 'wait'}Wait until it opens{#else}Nobody"
          + " comes{/when}")
  String outside_means(String code);

  @Message("Number to give if nobody comes")
  String help_number();

  @Message("Save as a draft")
  String save();

  @Message("Try it on last week")
  String try_it();

  @Message("Put it into force")
  String publish();

  @Message("Throw the draft away")
  String discard();

  @Message("History")
  String history();

  @Message(
      "{#when code}{#is 'put'}Put into force{#is 'drafted'}Drafted{#is"
          + " 'published'}Published{#else}Draft thrown away{/when}")
  String what(String code);

  @Message("What changed")
  String fields();

  @Message("Who")
  String who();

  @Message("When")
  String when();

  @Message("Who would have been paged last week?")
  String preview();

  @Message("{count} incidents of the last seven days. Nobody was paged for this.")
  String looked_at(int count);

  @Message("There were more: only the latest {count} were looked at.")
  String cut(int count);

  @Message("Now in force")
  String in_force();

  @Message("The draft")
  String the_draft();

  @Message("It would have started")
  String started();

  @Message("Of these in its hours")
  String in_window();

  @Message("Of these with somebody on duty")
  String on_duty();

  @Message("Where they differ")
  String differing();

  @Message("Nowhere: every incident would have gone the same way.")
  String no_difference();

  @Message(
      "{#when code}{#is 'somebody-on-duty'}somebody would have been paged{#is"
          + " 'nobody-on-duty'}nobody was on duty{#is 'not-triggered'}nothing started it{#is"
          + " 'no-program'}there was no such program{#else}{/when}")
  String came_of(String code);
}
