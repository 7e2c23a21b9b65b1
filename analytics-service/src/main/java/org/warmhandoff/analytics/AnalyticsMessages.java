package org.warmhandoff.analytics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of this service's page. */
@MessageBundle("analytics")
public interface AnalyticsMessages {

  @Message("Figures")
  String page_title();

  @Message("Does the handoff help?")
  String heading();

  @Message(
      "Release {release}, closed {closedAt}. Every figure here is of this release and stays"
          + " as it is.")
  String release(int release, String closedAt);

  @Message(
      "“hidden” stands for a number from 1 to {most}, and for numbers that would give one away.")
  String hidden_note(int most);

  @Message("hidden")
  String hidden();

  @Message("Nothing to show yet")
  String empty_heading();

  @Message(
      "Figures appear when the first release is closed. That happens once a day; an administrator"
          + " can close one by hand.")
  String empty_text();

  @Message("Count by")
  String count_by();

  @Message("What exactly is counted")
  String definition();

  @Message("Version")
  String version();

  @Message("Counted")
  String of_whom();

  @Message("Out of")
  String out_of();

  @Message("How it is misread")
  String misread();

  @Message("What is not protected")
  String not_protected_heading();

  @Message(Wording.NOT_PROTECTED)
  String not_protected();

  @Message("{percent} % ({numerator} of {denominator})")
  String share(String percent, String numerator, String denominator);

  @Message("nobody to count")
  String nobody();

  @Message("half within {p50}, nine in ten within {p90}")
  String timing(String p50, String p90);

  @Message(
      "{#when code}{#is 'none'}nothing: all together{#is 'program'}program{#is 'mode'}kind of"
          + " help{#is 'police-service'}police service{/when}")
  String by(String code);

  @Message("{#when code}{#is 'all'}All{#is 'not-opened'}No assignment opened{#else}{code}{/when}")
  String group(String code);

  @Message(
      "{#when code}{#is 'connected'}Connected{#is 'referred'}Referred{#is 'already-supported'}Already"
          + " supported{#is 'declined'}Declined{#is 'unreachable'}Unreachable{#is"
          + " 'unsafe-to-contact'}Unsafe to contact{#is 'not-offered'}Not offered{#is"
          + " 'created'}Created{#is 'accepted'}Accepted{#is 'first-contact'}First contact{#is"
          + " 'completed'}Completed{#is 'rejected'}Rejected{#is 'withdrawn'}Withdrawn{#is"
          + " 'refused'}Stopped by the gate{#is 'trigger-to-page'}Trigger to page{#is"
          + " 'page-to-accept'}Page to accepted{#is 'accept-to-arrival'}Accepted to arrival{#is"
          + " 'arrival-to-contact'}Arrival to contact{#is 'consent-to-sent'}Consent to sent{#is"
          + " 'sent-to-accepted'}Sent to accepted{#else}{code}{/when}")
  String figure(String code);

  @Message(
      "{#when code}{#is 'connected-share'}"
          + Wording.CONNECTED_TITLE
          + "{#is 'outcome-mix'}"
          + Wording.OUTCOME_TITLE
          + "{#is 'referral-funnel'}"
          + Wording.FUNNEL_TITLE
          + "{#else}"
          + Wording.LATENCY_TITLE
          + "{/when}")
  String title(String code);

  @Message(
      "{#when code}{#is 'connected-share'}"
          + Wording.CONNECTED_TEXT
          + "{#is 'outcome-mix'}"
          + Wording.OUTCOME_TEXT
          + "{#is 'referral-funnel'}"
          + Wording.FUNNEL_TEXT
          + "{#else}"
          + Wording.LATENCY_TEXT
          + "{/when}")
  String text(String code);

  @Message(
      "{#when code}{#is 'connected-share'}"
          + Wording.CONNECTED_NUMERATOR
          + "{#is 'outcome-mix'}"
          + Wording.OUTCOME_NUMERATOR
          + "{#is 'referral-funnel'}"
          + Wording.FUNNEL_NUMERATOR
          + "{#else}"
          + Wording.LATENCY_NUMERATOR
          + "{/when}")
  String numerator(String code);

  @Message(
      "{#when code}{#is 'connected-share'}"
          + Wording.CONNECTED_DENOMINATOR
          + "{#is 'outcome-mix'}"
          + Wording.OUTCOME_DENOMINATOR
          + "{#is 'referral-funnel'}"
          + Wording.FUNNEL_DENOMINATOR
          + "{#else}"
          + Wording.LATENCY_DENOMINATOR
          + "{/when}")
  String denominator(String code);

  @Message(
      "{#when code}{#is 'connected-share'}"
          + Wording.CONNECTED_TRAP
          + "{#is 'outcome-mix'}"
          + Wording.OUTCOME_TRAP
          + "{#is 'referral-funnel'}"
          + Wording.FUNNEL_TRAP
          + "{#else}"
          + Wording.LATENCY_TRAP
          + "{/when}")
  String trap(String code);
}
