package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which members of staff say where they are called outside the app. */
@MessageBundle("channel")
public interface ChannelMessages {

  @Message("Where I am called")
  String title();

  @Message("In the app you are always called. Each of these is called too, one after the other.")
  String lead();

  @Message("Nowhere but in the app.")
  String none();

  @Message(
      "{#when kind}{#is 'sms'}Text message{#is 'voice'}Call{#is 'email'}E-mail{#is 'push'}Device"
          + " through{#is 'webhook'}System of my agency,{#else}In the app{/when}")
  String kind(String kind);

  @Message("{#when verified}{#is true}Proven to be yours{#else}Not proven: not used{/when}")
  String verified(boolean verified);

  @Message(
      "{#when state}{#is 'sent'}A code was sent there.{#is 'delivered'}A code has arrived"
          + " there.{#is 'failed-for-good'}The code could not be sent. Is the address"
          + " right?{#else}A code is on its way.{/when}")
  String sent(String state);

  @Message("The code, six digits")
  String code();

  @Message("Enter the code")
  String enter();

  @Message("Try this one first")
  String first();

  @Message("Forget it")
  String forget();

  @Message("Call me somewhere else, too")
  String add();

  @Message("How?")
  String how();

  @Message("Number with country code, as +1 519 555 0101, or mailbox")
  String address();

  @Message("Send me a code")
  String send();

  @Message(
      "{#when said}{#is 'right'}That was right: it is proven.{#is 'wrong'}That is not the code. Look"
          + " again.{#is 'over'}That code is good no more. Have a new one sent.{#else}{/when}")
  String said(String said);

  @Message("This device")
  String device();

  @Message(
      "It can show a notice that you are needed while no page is open. What it shows says nothing of"
          + " anybody.")
  String device_lead();

  @Message("Call me on this device")
  String device_add();

  @Message("This browser does not allow notices. Allow them in its settings, then try again.")
  String device_refused();

  @Message("This browser's push service did not answer. You are still called everywhere else.")
  String device_failed();

  @Message("Nobody but you sees these. What goes there says that you are needed, and nothing else.")
  String promise();
}
