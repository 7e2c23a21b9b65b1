package org.warmhandoff.local.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the provider. It would give anybody any token; here a client must know its
 * secret, a person must be one of the demo people, and a login leads back to this machine only.
 */
final class Doors {

  private static final String ROOT = "/" + Identity.ISSUER;
  private static final Set<String> OPEN =
      Set.of(ROOT + "/.well-known/openid-configuration", ROOT + "/jwks", ROOT + "/userinfo");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private final Directory directory;
  private final Route provider;
  private final LoginPage loginPage;
  private final Renewals renewals = new Renewals();

  Doors(Directory directory, Route provider) {
    this.directory = directory;
    this.provider = provider;
    this.loginPage = new LoginPage(directory);
  }

  OAuth2HttpResponse answer(OAuth2HttpRequest request) {
    String path = request.getUrl().encodedPath();
    if (OPEN.contains(path)) {
      return provider.invoke(request);
    }
    return switch (path) {
      case ROOT + "/token" -> token(request);
      case ROOT + "/authorize" -> authorize(request);
      case ROOT + "/endsession" -> endSession(request);
      default -> error(404, "not_found");
    };
  }

  private OAuth2HttpResponse token(OAuth2HttpRequest request) {
    if (!request.getMethod().equals("POST")) {
      return error(405, "invalid_request");
    }
    Optional<Credentials> credentials = Credentials.of(request);
    if (credentials.isEmpty()
        || !directory.authenticates(credentials.get().client(), credentials.get().secret())) {
      return error(401, "invalid_client");
    }
    return switch (request.getFormParameters().get("grant_type")) {
      case "client_credentials" -> provider.invoke(request);
      case "authorization_code" -> firstToken(request);
      case "refresh_token" -> renewedToken(request);
      case null, default -> error(400, "unsupported_grant_type");
    };
  }

  private OAuth2HttpResponse firstToken(OAuth2HttpRequest request) {
    OAuth2HttpResponse answer = provider.invoke(request);
    if (answer.getStatus() == 200) {
      renewals.remember(answer);
    }
    return answer;
  }

  private OAuth2HttpResponse renewedToken(OAuth2HttpRequest request) {
    return renewals
        .usernameOf(request.getFormParameters().get("refresh_token"))
        .flatMap(directory::person)
        .map(
            person ->
                ScopedValue.where(Claims.RENEWING, person).call(() -> provider.invoke(request)))
        .orElseGet(() -> error(400, "invalid_grant"));
  }

  private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
    if (!leadsHere(request.getUrl().queryParameter("redirect_uri"))) {
      return error(400, "invalid_request");
    }
    if (request.getMethod().equals("GET")) {
      return loginPage.show(request);
    }
    String username = request.getFormParameters().get("username");
    Optional<Directory.Account> person =
        username == null ? Optional.empty() : directory.person(username);
    return person.isEmpty()
        ? error(400, "invalid_request")
        : provider.invoke(login(request, person.get()));
  }

  /** The claims come from the directory, whatever the form may have carried. */
  private static OAuth2HttpRequest login(OAuth2HttpRequest request, Directory.Account person) {
    String form =
        "username=%s&claims=%s"
            .formatted(
                encoded(person.id()), encoded(JSONObjectUtils.toJSONString(person.claims())));
    return new OAuth2HttpRequest(
        request.getHeaders(), request.getMethod(), request.getOriginalUrl(), form);
  }

  private OAuth2HttpResponse endSession(OAuth2HttpRequest request) {
    String back = request.getUrl().queryParameter("post_logout_redirect_uri");
    return back == null || leadsHere(back)
        ? provider.invoke(request)
        : error(400, "invalid_request");
  }

  private static boolean leadsHere(@Nullable String address) {
    if (address == null) {
      return false;
    }
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      return host != null && HERE.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static OAuth2HttpResponse error(int status, String code) {
    Headers headers =
        status == 401
            ? Headers.of("Content-Type", "application/json", "WWW-Authenticate", "Basic")
            : Headers.of("Content-Type", "application/json");
    return new OAuth2HttpResponse(
        headers, status, JSONObjectUtils.toJSONString(Map.of("error", code)), null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Client id and secret, from the Authorization header or the form (RFC 6749, section 2.3.1). */
  private record Credentials(String client, String secret) {

    static Optional<Credentials> of(OAuth2HttpRequest request) {
      String header = request.getHeaders().get("Authorization");
      if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
        return basic(header.substring(6).trim());
      }
      String client = request.getFormParameters().get("client_id");
      String secret = request.getFormParameters().get("client_secret");
      return client == null || secret == null
          ? Optional.empty()
          : Optional.of(new Credentials(client, secret));
    }

    private static Optional<Credentials> basic(String encoded) {
      try {
        String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0
            ? Optional.empty()
            : Optional.of(
                new Credentials(
                    decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1))));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }
}
