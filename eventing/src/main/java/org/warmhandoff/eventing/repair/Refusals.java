package org.warmhandoff.eventing.repair;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.inbox.Repair.Why;

/** Why a record was not touched, as a problem. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(10);

  private Refusals() {}

  /**
   * @param reason what cannot be read or is another's, a code
   */
  static Problem of(Why why, @Nullable String reason) {
    return switch (why) {
      case NOT_THERE ->
          Problem.notFound("no-such-record", "No record is set aside under this number.");
      case STANDS_BEHIND ->
          Problem.conflict("stands-behind", "This record stands behind another: act on that one.");
      case CHANGED_MEANWHILE ->
          Problem.conflict(
              "changed-meanwhile", "Somebody else acted on this record: look at it again.");
      case NO_SUCH_CONSUMER ->
          Problem.conflict("no-such-consumer", "This release has no such consumer.");
      case UNREADABLE ->
          Problem.wrong("unreadable-record", "The record could still not be read.")
              .at(String.valueOf(reason).startsWith("ce_") ? "/headers" : "/body")
              .expected("what the contract says of its type; refused as " + reason);
      case UNKNOWN_TYPE ->
          Problem.wrong("unknown-type", "This release knows no event of this type.")
              .at("/headers/ce_type");
      case OTHER_EVENT ->
          Problem.wrong(
                  "another-event",
                  "A record keeps its id, source, type, subject, version and mode, as far as they"
                      + " could be read.")
              .at("/headers/" + reason)
              .expected("what the record itself said");
      case VERSION_NEEDED ->
          Problem.wrong("version-needed", "It cannot be read off the record which version it made.")
              .at("/version")
              .expected("subject and version it stood for, or version 0 for none");
      case NO_SUCH_VERSION ->
          Problem.wrong("no-such-version", "No record makes such a version.")
              .at("/version")
              .expected("the version it stood for, or 0 for none");
      case TRY_LATER ->
          Problem.unavailable("try-later", "The database does not take it now.", SOON);
    };
  }
}
