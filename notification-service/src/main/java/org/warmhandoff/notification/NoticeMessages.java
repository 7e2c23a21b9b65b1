package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of what is sent to staff outside the app. Anybody may read over their shoulder, so that
 * no word tells what happened, where, to whom, or who it is that calls on them.
 */
@MessageBundle("notice")
public interface NoticeMessages {

  @Message("Someone needs you")
  String page_title();

  @Message("Someone needs you. Open: {link}")
  String page_text(String link);

  @Message("Someone needs you. Open: {link} Reply YES {code} or NO {code}.")
  String page_text_code(String link, String code);

  @Message("Someone needs you. Please open your page in the app.")
  String page_said();

  @Message("Called off: stop")
  String stop_title();

  @Message("Called off: stop. Open: {link}")
  String stop_text(String link);

  @Message("It is called off. Please stop, and open your page in the app.")
  String stop_said();

  @Message("Somebody else has it")
  String taken_title();

  @Message("Somebody else has it. There is nothing for you to do. Thank you.")
  String taken_text();

  @Message("Somebody else has it. There is nothing for you to do. Thank you.")
  String taken_said();

  @Message("You are needed as supervisor")
  String supervisor_title();

  @Message("You are needed as supervisor. Open: {link}")
  String supervisor_text(String link);

  @Message("You are needed as supervisor. Please open your page in the app.")
  String supervisor_said();

  @Message("Your code")
  String code_title();

  @Message("Your code is {code}. If you did not ask for one, do nothing.")
  String code_text(String code);

  @Message("Your code is: {digits}. I say it again.")
  String code_said(String digits);

  @Message("Thank you, it is yours. Open your page in the app.")
  String reply_yes();

  @Message("It is yours already. To change that, open your page in the app.")
  String reply_yours();

  @Message("Thank you. Somebody else is asked.")
  String reply_no();

  @Message("That one is over, or the code is wrong. Nothing was changed.")
  String reply_over();
}
