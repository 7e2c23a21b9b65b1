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
}
