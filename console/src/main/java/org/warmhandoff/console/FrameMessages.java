package org.warmhandoff.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame itself; each service brings a bundle of its own for its pages. */
@MessageBundle("frame")
public interface FrameMessages {

  /** The language of this bundle, for the page's {@code lang}. */
  @Message("en")
  String lang();

  @Message("Leave this page")
  String leave();

  @Message("or press Shift three times")
  String leave_hint();

  @Message("Skip to content")
  String skip();

  @Message("Sign out")
  String sign_out();

  @Message("Could not do that")
  String problem_heading();

  @Message("Nothing else was changed. Go back, or start again from the first page.")
  String problem_next();

  @Message("Start page")
  String start();

  @Message("Expected")
  String expected();

  @Message("Reference for support")
  String reference();

  @Message(
      "No answer yet. Your tap is kept on this phone and sent once there is a network. Keep "
          + "this page open.")
  String tap_kept();

  @Message(
      "One of your taps was not taken: it was too old, or something newer was said. "
          + "Look, and tap again.")
  String tap_again();

  @Message("Your tap was sent. Load this page again to see it.")
  String tap_sent();

  @Message("Your tap is kept. You may be signed out: load this page again.")
  String tap_signed_out();

  @Message(
      "Taps of somebody else are kept on this phone. They are sent once that person "
          + "signs in, or dropped after twelve hours.")
  String tap_other();

  @Message("Something changed here. Load this page again to see it.")
  String live_changed();
}
