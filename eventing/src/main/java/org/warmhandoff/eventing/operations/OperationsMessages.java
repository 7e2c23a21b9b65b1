package org.warmhandoff.eventing.operations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** The words of the operator's page. */
@MessageBundle("operations")
public interface OperationsMessages {

  @Message("Operations: {service}")
  String title(String service);

  @Message("The other services")
  String others();

  @Message("Nothing waits, nothing was set aside, and nothing failed within a day.")
  String all_well();

  @Message("Something is under way. Nobody need look unless it stays.")
  String under_way();

  @Message("Someone must look at this.")
  String look_here();

  @Message("To be sent")
  String outbox();

  @Message("{pending} facts wait to be sent; the oldest has waited {seconds} s.")
  String outbox_age(long pending, long seconds);

  @Message("{parked} facts came too early and wait for what they refer to.")
  String parked(long parked);

  @Message("{due} deadlines are past and not acted on.")
  String due(long due);

  @Message("Yet to be read")
  String lag();

  @Message("Nothing is known yet of what is to be read.")
  String no_lag();

  @Message("Group")
  String group();

  @Message("Topic")
  String topic();

  @Message("Records")
  String records();

  @Message("Set aside")
  String set_aside();

  @Message("No record is set aside. One that cannot be taken appears here.")
  String no_set_aside();

  @Message("{shown} of {total} are shown.")
  String shown(int shown, long total);

  @Message("{gone} have gone. {left} of the same key are still here.")
  String gone(int gone, long left);

  @Message("It failed again and stays, with those behind it. {before} went before it.")
  String stays(int before);

  @Message("The next")
  String next();

  @Message("Record {number}")
  String record(long number);

  @Message("{waiting} more stand behind it")
  String behind(long waiting);

  @Message("Reason")
  String reason();

  @Message("Consumer")
  String consumer();

  @Message("Type")
  String type();

  @Message("Version")
  String version();

  @Message("Since")
  String since();

  @Message("Place")
  String place();

  @Message("Headers, masked")
  String headers();

  @Message("Body, masked")
  String body();

  @Message("What was done to it")
  String history();

  @Message("Nothing yet.")
  String no_history();

  @Message(
      "{#when action}{#is 'mended'}Mended{#is 'sent'}Sent again{#is 'failed'}Failed"
          + " again{#is 'dropped'}Dropped{#else}{action}{/when}")
  String action(String action);

  @Message("Changed headers")
  String changed_headers();

  @Message("SHA-256 of headers and body, before and after")
  String digests();

  @Message("Open")
  String open();

  @Message("Why? (kept for good; nobody's name)")
  String word();

  @Message("Send again")
  String send();

  @Message(
      "It goes through the same door as if it came now, and those behind it after it. What fails"
          + " again stays here.")
  String send_hint();

  @Message("Mend")
  String mend();

  @Message("New body (JSON; empty keeps it)")
  String new_body();

  @Message("New headers (name: value, one a line; empty keeps them)")
  String new_headers();

  @Message("Drop")
  String drop();

  @Message("It will have no effect, ever. The next version of its aggregate applies.")
  String drop_hint();

  @Message("Aggregate it stood for, where it cannot be read")
  String stood_for();

  @Message("Version it made, where it cannot be read (0: none)")
  String stood_for_version();

  @Message("Held: their topic does not take them")
  String held();

  @Message("No facts are held.")
  String no_held();

  @Message("Not delivered or not answered")
  String failed();

  @Message("Every delivery arrived or was answered.")
  String no_failed();

  @Message(
      "{#when what}{#is 'page-expired'}Page without an answer{#is 'referral-unanswered'}Referral"
          + " without an answer{#is 'webhook-failed'}Message an endpoint did not take{#is"
          + " 'not-delivered'}Notice a telephone did not get{#else}{what}{/when}")
  String what(String what);

  @Message("To")
  String to();

  @Message("Told again after a loss")
  String republish();

  @Message("Nothing was ever told again.")
  String no_republish();

  @Message("{percent} % done, {sent} facts told again, {left} left out")
  String republish_state(long percent, long sent, long left);

  @Message("Asked for by {account}, {at}")
  String republish_asked(String account, Instant at);

  @Message("From (such as 2026-03-02T00:00:00Z)")
  String from();

  @Message("Topic (empty: all of this service)")
  String topic_or_all();

  @Message("Tell again")
  String tell_again();

  @Message("Back")
  String back();
}
