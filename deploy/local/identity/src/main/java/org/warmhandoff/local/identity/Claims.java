package org.warmhandoff.local.identity;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.extensions.NimbusExtensionsKt;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What a token says when a client asks in its own name; a login adds the person's claims on top.
 */
final class Claims implements OAuth2TokenCallback {

  /** The person a token is being renewed for, while that request is answered. */
  static final ScopedValue<Directory.Account> RENEWING = ScopedValue.newInstance();

  private static final List<String> AUDIENCE = List.of("warm-handoff");
  private static final long SECONDS = 3600;

  private final Directory directory;

  Claims(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String issuerId() {
    return Identity.ISSUER;
  }

  @Override
  public String subject(TokenRequest request) {
    return account(request).id();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return AUDIENCE;
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    if (GrantType.AUTHORIZATION_CODE.equals(request.getAuthorizationGrant().getType())) {
      return Map.of(); // the person's stand already, and the client's own would replace them
    }
    return account(request).claims();
  }

  @Override
  public long tokenExpiry() {
    return SECONDS;
  }

  private Directory.Account account(TokenRequest request) {
    if (RENEWING.isBound()) {
      return RENEWING.get();
    }
    String client = NimbusExtensionsKt.clientIdAsString(request);
    return directory
        .client(client)
        .orElseThrow(() -> new IllegalArgumentException("unknown client"));
  }
}
