package org.warmhandoff.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the officer's pages for what else is known, and for risk screens. */
@MessageBundle("fact")
public interface FactMessages {

  @Message("Charge, arrest, children, needs")
  String more_facts();

  @Message("What else is known")
  String facts_title();

  @Message("Save")
  String say_save();

  @Message("Back to the incident")
  String back_to_incident();

  @Message("Is a charge laid?")
  String ask_charge();

  @Message("{#when code}{#is 'laid'}Charge laid{#is 'none'}No charge{#else}Not " + "decided{/when}")
  String charge_word(String code);

  @Message("Is the suspect arrested?")
  String ask_custody();

  @Message(
      "{#when code}{#is 'arrested'}Arrested{#is 'released'}Released, conditions "
          + "written down{#is 'not-arrested'}Not arrested{#else}Not known{/when}")
  String custody_word(String code);

  @Message("Is there a no-contact order?")
  String ask_order();

  @Message(
      "{#when code}{#is 'exists'}There is one{#is 'asked-for'}Asked for{#is "
          + "'none'}There is none{#else}Not known{/when}")
  String order_word(String code);

  @Message("Are children there?")
  String ask_children();

  @Message("{#when code}{#is 'yes'}Yes{#is 'no'}No{#else}Not known{/when}")
  String known_word(String code);

  @Message("Which language does the victim want?")
  String ask_language();

  @Message("What must help be ready for?")
  String ask_needs();

  @Message(
      "{#when code}{#is 'hearing'}Hearing{#is 'sight'}Sight{#is 'mobility'}Walking "
          + "and stairs{#is 'cognitive'}Understanding{#is 'speech'}Speech{#else}Something "
          + "else{/when}")
  String need_word(String code);

  @Message("What you do not mark is taken back.")
  String needs_hint();

  @Message("Nobody said yet.")
  String not_said();

  @Message("Risk screens")
  String risk_screens();

  @Message("A screen can make help more urgent. It never takes help from anyone.")
  String screens_hint();

  @Message("No screen was filled in yet. What you fill in appears here.")
  String no_screens();

  @Message(
      "{#when code}{#is 'lethality'}Lethality screen{#is 'odara'}ODARA{#is "
          + "'dash'}DASH{#else}B-SAFER{/when}")
  String tool_name(String code);

  @Message("Only for assessors an administrator named.")
  String only_assessors();

  @Message(
      "{#when code}{#is 'high'}High: most urgent{#is 'raised'}Raised: more "
          + "urgent{#else}No more urgent than usual{/when}")
  String urgency_word(String code);

  @Message(
      "{#when code}{#is 'score'}by the answers{#is 'judgement'}by judgement{#is "
          + "'not-included'}not scored: this tool is not made for this incident{#is "
          + "'inclusion-unanswered'}not scored: nobody answered whether this tool is made "
          + "for this incident{#else}not scored: too little was answered{/when}")
  String ground_word(String code);

  @Message("Read the questions from the tool's own form. “Not answered” is an answer too.")
  String own_form();

  @Message("Answers are not kept on this phone: they are sent only while there is a " + "network.")
  String screen_online();

  @Message("Question {number}")
  String item(int number);

  @Message(
      "{#if code eq 'inclusion-1'}Was there physical contact in the latest "
          + "assault?{#else}Was death credibly threatened with a weapon in hand?{/if}")
  String inclusion_item(String code);

  @Message("Yes")
  String yes();

  @Message("No")
  String no();

  @Message("Not answered")
  String not_answered();

  @Message("How many were answered yes?")
  String yes_count();

  @Message("How many were not answered?")
  String not_answered_count();

  @Message("I believe the risk is high, whatever the answers say")
  String judged_high();

  @Message("Your own judgement")
  String ask_judged();

  @Message("No judgement beyond the number")
  String judged_none();

  @Message("{#when code}{#is 'high'}High{#is 'raised'}Medium{#else}Standard or low{/when}")
  String band_word(String code);

  @Message("None needed.")
  String nothing_needed();
}
