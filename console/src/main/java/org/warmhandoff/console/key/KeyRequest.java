package org.warmhandoff.console.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that asks to be let in. It shows itself to nobody. */
final class KeyRequest extends BaseAuthenticationRequest {

  private final String key;
  private final String source;

  KeyRequest(String key, String source) {
    this.key = key;
    this.source = source;
  }

  String key() {
    return key;
  }

  String source() {
    return source;
  }
}
