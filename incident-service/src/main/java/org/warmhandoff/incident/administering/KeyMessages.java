package org.warmhandoff.incident.administering;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.warmhandoff.incident.ApiKeyAct;
import org.warmhandoff.incident.KeyState;

/** The words of the administrator's page of keys. */
@MessageBundle("key")
public interface KeyMessages {

  @Message("Keys of {code}")
  String title(String code);

  @Message("A key lets one system post incidents. Give it to systems that cannot fetch a token.")
  String hint();

  @Message("There is no key yet. One you make appears here, with its last use.")
  String none();

  @Message(
      "{#when word}{#is ACTIVE}In use{#is IN_GRACE}Replaced, still opens{#is ENDED}Replaced, closed"
          + "{#else}Revoked{/when}")
  String state(KeyState.Word word);

  @Message("Opens until {at}")
  String until(String at);

  @Message("Last used {at}{#if source} from {source}{/if}")
  String used(String at, String source);

  @Message("Never used")
  String never();

  @Message("At most {posts} posts a second")
  String limit(int posts);

  @Message("Requests must be signed")
  String signed();

  @Message("{#when act}{#is MADE}Made{#is REPLACED}Replaced{#else}Revoked{/when} {at} by {who}")
  String act(ApiKeyAct.Act act, String at, String who);

  @Message("Replace {name} by a new key")
  String rotate(String name);

  @Message("The old one opens for 24 hours more.")
  String rotate_hint();

  @Message("Revoke {name} now")
  String revoke(String name);

  @Message("What uses {name} must stop at once. It never opens again.")
  String sure(String name);

  @Message("Show {count} keys that have ended, too")
  String ended(int count);

  @Message("New key")
  String make();

  @Message("Name of the system")
  String name();

  @Message("Posts a second, if the key shall have a limit of its own")
  String posts();

  @Message("Requests with this key must be signed")
  String want_signed();

  @Message("Make the key")
  String make_now();

  @Message("The new key")
  String fresh();

  @Message("Copy it now: it is shown this once. Who loses it gets a new one.")
  String fresh_hint();

  @Message("Key")
  String key();

  @Message("Secret to sign with")
  String secret();

  @Message("I have copied it")
  String copied();
}
