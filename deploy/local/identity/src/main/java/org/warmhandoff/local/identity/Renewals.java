package org.warmhandoff.local.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Whose refresh token is whose. The provider forgets a person's claims when it renews a token, and
 * renews one it has never given; after a restart everyone logs in again.
 */
final class Renewals {

  private static final int MOST = 1_000;

  private final Map<String, String> usernames =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers who a login's answer was given to. */
  synchronized void remember(OAuth2HttpResponse answer) {
    try {
      Map<String, Object> tokens = JSONObjectUtils.parse(answer.getBody());
      String refresh = JSONObjectUtils.getString(tokens, "refresh_token");
      String access = JSONObjectUtils.getString(tokens, "access_token");
      String username = SignedJWT.parse(access).getJWTClaimsSet().getSubject();
      if (refresh != null && username != null) {
        usernames.put(refresh, username);
      }
    } catch (ParseException e) {
      throw new IllegalStateException("the provider's answer cannot be read", e);
    }
  }

  synchronized Optional<String> usernameOf(@Nullable String refreshToken) {
    return Optional.ofNullable(refreshToken).map(usernames::get);
  }
}
