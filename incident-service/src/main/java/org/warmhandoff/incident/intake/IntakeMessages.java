package org.warmhandoff.incident.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said to whoever connects a CAD: how to mend what was refused, why something decided
 * nothing, and what to think of. By code, so that the check and the page say the same.
 */
@MessageBundle("intake")
public interface IntakeMessages {

  @Message(
      "{#when code}{#is 'missing'}Send this with every report.{#is"
          + " 'unknown-code'}Send one of the values that are expected here: map your own to"
          + " them.{#is"
          + " 'wrong-kind'}Send another kind of JSON value: the kind that is expected here.{#is"
          + " 'too-long'}Shorten it.{#is 'too-many'}Send fewer at"
          + " once, and leave out what is not needed.{#is 'wrong-character'}Take the zero character out of this"
          + " text.{#is 'time-without-zone'}Send the time with its offset to UTC: in the autumn"
          + " hour that exists twice, nobody can tell which one a local time means.{#is"
          + " 'not-a-time'}Send a date and a time with offset, as in RFC 3339.{#is"
          + " 'not-a-date'}Send a date as year, month and day: 1990-12-31.{#is 'future-time'}Look"
          + " at the clock and the zone of your system: this time is more than a day ahead.{#is"
          + " 'distant-time'}Look for an empty date your system writes as a time long ago; leave"
          + " the field out instead.{#is 'out-of-range'}Map your own scale to the numbers that are"
          + " expected here.{#is 'not-an-id'}Send the staff id of this installation, or leave the"
          + " field out.{#is 'not-an-object'}Send a JSON object here.{#is 'twice'}Give each person"
          + " of the incident a reference of their own; several roles of one person are several"
          + " entries with the same reference.{#is 'eido-version'}Send EIDO 1.0.{#is"
          + " 'no-incident'}Send it again once the CAD has opened the incident; a call without one"
          + " is not kept.{#is 'unreadable'}Send one JSON document in UTF-8, each key once in its"
          + " object, and nothing behind it.{#is 'encoding'}Compress the whole body with gzip and"
          + " say so in Content-Encoding, or send it as it is.{#is 'too-large'}Send one incident at"
          + " a time; a report is at most 256 kB, opened.{#is 'media-type'}Send one of the content"
          + " types that intake takes.{#is 'no-event'}Send one CloudEvent in structured mode, as a"
          + " JSON object.{#is 'event-version'}Send CloudEvents 1.0.{#is 'event-type'}Set the"
          + " event's type to the one that is expected here.{#is 'drill-and-real'}Give a drill a"
          + " number of its own.{#is 'key-used'}Make a new Idempotency-Key for each post, and use"
          + " it again for the same content only.{#is 'wrong-key'}Send a shorter Idempotency-Key,"
          + " or none.{#is 'unknown-police-service'}Ask the administrator to set this police"
          + " service up.{#is 'too-many-posts'}Wait as long as Retry-After says and send it again,"
          + " or ask for a higher rate.{#is 'intake-busy'}Wait as long as Retry-After says and send"
          + " the same again.{#is 'unavailable'}Send the same again in a moment; twice"
          + " counts once.{#is 'fault'}Send it again; if it stays, tell whoever runs this"
          + " installation.{#else}Send what is expected here.{/when}")
  String mend(String code);

  @Message("A key stands twice in one object, near line {line}, column {column}. Send it once.")
  String mend_twice(int line, int column);

  @Message("It stops being JSON near line {line}, column {column}. Send one whole JSON document.")
  String mend_json(int line, int column);

  /** What kind of value was read, for one that is not told. */
  @Message(
      "{#when kind}{#is 'own-number'}your number of the incident{#is 'other-number'}your"
          + " number of another incident{#is 'count'}a count of"
          + " states{#is 'time'}a time{#is 'code'}a code{#is 'note'}a note{#is 'reference'}a"
          + " reference{#is 'staff-id'}a staff id{#is 'name'}a name{#is 'birth-date'}a birth"
          + " date{#is 'telephone'}a telephone number{#is 'address'}an address{#is 'language'}a"
          + " language tag{#is 'record-number'}a records-system number{#is 'safe-contact'}a"
          + " safe-contact wish{#else}a value{/when}")
  String kind(String kind);

  @Message("a code unknown here, told as {code}")
  String kind_told_as(String code);

  @Message("a code unknown here, not told")
  String kind_not_told();

  @Message(
      "{#when code}{#is 'no-party'}No role of this person is one we know (Victim, Suspect, Caller,"
          + " Complainant, Witness): no party here. Kept sealed.{#is 'unknown-role'}A role we do"
          + " not know, beside one we do. Kept sealed.{#is 'other-purpose'}Not marked with our"
          + " urlPurpose, so not read. Kept sealed.{#is 'not-taken-here'}A field that an addition"
          + " may not bring at this place. Kept sealed.{#is 'unused-code'}A code that decides"
          + " nothing here. Of an EIDO's statuses these do: Active, Closed, Cancelled, ReOpened; of"
          + " its dispositions 03 (arrest) and, without a status, 10 (cancelled); of its"
          + " mergers REPLACED, REPLACING and SPLIT; of its links PARENT, CHILD, RELATED and UNLINK."
          + " Kept sealed.{#else}No use for it in this release. Kept"
          + " sealed.{/when}")
  String ignored(String code);

  @Message(
      "{#when code}{#is 'unknown-type'}This installation does not know this type: it is told as"
          + " OTHER and decides nothing. Map it, or ask the administrator to add it.{#is"
          + " 'unknown-municipality'}This installation does not know this municipality: it is not"
          + " told. Map it, or ask the administrator to add it.{#is 'unknown-place-kind'}This"
          + " installation does not know this kind of place: it is told as other.{#is"
          + " 'domestic-not-said'}It is not said whether this is domestic, and its type does not"
          + " say so either. Send domestic yes or no: programs decide by it who is paged.{#is"
          + " 'relationship-not-said'}The relationship is not said (NIBRS: SE, CS, BG, XS, XR, VO)."
          + " Programs for intimate partners decide by it.{#is 'no-victim'}No person has the role"
          + " victim: nobody can be asked for consent.{#is 'victim-without-phone'}A victim has no"
          + " telephone number: help by telephone cannot reach them.{#is 'no-beginning'}It is not"
          + " said when it happened: it counts from when it was first known.{#is 'whole-seconds'}No"
          + " sequence, and a time in whole seconds: two states of the same second count in the"
          + " order they arrive.{#is 'time-ahead'}This time is ahead of ours: it counts as the time"
          + " of receipt. Look at the clock.{#is 'dual-role'}One person is victim and alleged"
          + " offender at once: the offender's side waits for a human.{#is 'staff-party'}A party is"
          + " a member of staff: they and their unit are kept out.{#is 'drill'}A drill: it never"
          + " reaches a real channel.{#else}{code}{/when}")
  String hint(String code);

  @Message("What intake understood, last 24 hours")
  String page_title();

  @Message(
      "Since {clock}, local time of the police service. Codes and places of fields alone, nothing"
          + " of what was sent.")
  String page_hint(String clock);

  @Message(
      "Not counted: posts that were not signed in, that were larger than 256 kB by their length, or"
          + " whose content type is not taken here. They are answered before it is known whose they are.")
  String not_counted();

  @Message("Which CAD posted, and was anything refused?")
  String all_title();

  @Message("Police service")
  String police_service();

  @Message("{span} ago, {clock}")
  String ago(String span, String clock);

  @Message("No police service is set up yet.")
  String nobody_connected();

  @Message("No post in the last 24 hours.")
  String no_posts();

  @Message("Every post that is counted here was taken.")
  String all_taken();

  @Message("Some posts were refused.")
  String some_refused();

  @Message("Last post {span} ago, {clock}.")
  String last_post(String span, String clock);

  @Message("Longest time without a post: {span}.")
  String longest_gap(String span);

  @Message("Posts by outcome")
  String by_outcome();

  @Message("Outcome")
  String outcome_title();

  @Message(
      "{#when code}{#is 'created'}first heard of{#is 'updated'}updated{#is 'unchanged'}unchanged"
          + "{#is 'ignored'}ignored, newer known{#else}{code}{/when}")
  String outcome(String code);

  @Message("Posts")
  String posts();

  @Message("Last")
  String last_title();

  @Message("Refused, and how to mend it")
  String refused_title();

  @Message("Problem")
  String problem();

  @Message("Field")
  String place();

  @Message("How to mend it")
  String mend_title();

  @Message("Taken, and odd")
  String odd_title();

  @Message("Flag")
  String flag_title();

  @Message("What it means")
  String meaning();

  @Message(
      "{#when code}{#is 'same-time-other-content'}Another content at the same instant: applied in"
          + " the order of arrival. Send a sequence.{#is 'time-ahead'}The source's clock is ahead:"
          + " its time counted as the time of receipt.{#is 'ignored-older'}Something newer was"
          + " known already.{#is 'unknown-code'}A code this installation does not know: told as"
          + " other or left out. Map it, or ask the administrator to add it.{#else}{code}{/when}")
  String flag(String code);

  @Message("Sent, and deciding nothing")
  String unused_title();

  @Message("At least")
  String at_least();

  @Message(
      "One post a minute is looked at. A question mark is a name that did not come with ten"
          + " incidents yet, or does not look like a name: ./handoff check-cad says in a sample"
          + " where it stands.")
  String unused_hint();

  @Message("When was it silent, and when was something refused?")
  String by_hour();

  @Message("Hour from")
  String hour();

  @Message("Taken")
  String taken_title();

  @Message("Refused")
  String refused_short();

  @Message("Taken filled, refused in outline")
  String bars();

  @Message("no post")
  String silent();
}
