package org.warmhandoff.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BACK = "http://localhost:8080/duty";
  private static final String SECRET = "demo-warm-handoff-browser-login";

  @TempDir static Path folder;
  private static String issuer = "";

  @BeforeAll
  static void serve() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Identity.main(new String[] {folder.toString(), Integer.toString(port)});
    issuer = "http://localhost:" + port + "/identity";
  }

  @Test
  void aClientGetsATokenForItsSecretOnly() throws Exception {
    JWTClaimsSet claims =
        claims(token("client_credentials", "cad-windsor", "demo-cad-windsor", Map.of()));
    assertThat(claims.getIssuer()).isEqualTo(issuer);
    assertThat(claims.getAudience()).containsExactly("warm-handoff");
    assertThat(claims.getSubject()).isEqualTo("cad-windsor");
    assertThat(claims.getStringClaim("police_service")).isEqualTo("windsor");
    assertThat(claims.getJSONObjectClaim("realm_access")).containsEntry("roles", List.of("cad"));
    assertThat(
            post("/token", form("client_credentials", "cad-windsor", "guess", Map.of()))
                .statusCode())
        .isEqualTo(401);
    assertThat(
            post("/token", form("client_credentials", "cad-nowhere", "demo", Map.of()))
                .statusCode())
        .isEqualTo(401);
    assertThat(post("/token", Map.of("grant_type", "client_credentials")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void grantsThatWouldGiveAnybodyAnyTokenAreClosed() throws Exception {
    for (String grant : List.of("password", "urn:ietf:params:oauth:grant-type:token-exchange")) {
      assertThat(post("/token", form(grant, "operator", "demo-operator", Map.of())).statusCode())
          .isEqualTo(400);
    }
    assertThat(get("/debugger").statusCode()).isEqualTo(404);
  }

  @Test
  void aPersonOfTheStaffCarriesTheirStaffId() throws Exception {
    JWTClaimsSet claims =
        claims(token("client_credentials", "person:onscene-worker-1", "demo", Map.of()));
    assertThat(claims.getStringClaim("staff_id")).matches("[0-9a-f-]{36}");
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("onscene-worker-1");
  }

  @Test
  void aLoginLeadsThroughCodeAndProofToATokenAndItsRenewal() throws Exception {
    String verifier = "a".repeat(64);
    String authorize = "/authorize?" + query(authorization(verifier, BACK));
    HttpResponse<String> page = get(authorize);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("login-windsor-officer-1", "Demo Officer Alder");
    HttpResponse<String> back =
        post(authorize, Map.of("username", "windsor-officer-1", "claims", "{\"agency\":\"fswe\"}"));
    assertThat(back.statusCode()).isEqualTo(302);
    URI location = URI.create(back.headers().firstValue("Location").orElseThrow());
    assertThat(location.toString()).startsWith(BACK).contains("state=s1");
    String code =
        List.of(location.getQuery().split("&")).stream()
            .filter(part -> part.startsWith("code="))
            .findFirst()
            .orElseThrow()
            .substring(5);

    Map<String, Object> tokens =
        token(
            "authorization_code",
            "warm-handoff",
            SECRET,
            Map.of("code", code, "redirect_uri", BACK, "code_verifier", verifier));

    JWTClaimsSet claims = claims(tokens);
    assertThat(claims.getSubject()).isEqualTo("windsor-officer-1");
    assertThat(claims.getStringClaim("police_service")).isEqualTo("windsor");
    assertThat(claims.getClaim("agency")).isNull();
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("windsor-officer-1");
    assertThat(claims.getJSONObjectClaim("realm_access"))
        .containsEntry("roles", List.of("officer"));
    JWTClaimsSet renewed =
        claims(
            token(
                "refresh_token",
                "warm-handoff",
                SECRET,
                Map.of("refresh_token", String.valueOf(tokens.get("refresh_token")))));
    assertThat(renewed.getSubject()).isEqualTo("windsor-officer-1");
    assertThat(renewed.getJSONObjectClaim("realm_access"))
        .containsEntry("roles", List.of("officer"));
  }

  @Test
  void aRefreshTokenNobodyWasGivenRenewsNothing() throws Exception {
    assertThat(
            post(
                    "/token",
                    form(
                        "refresh_token",
                        "warm-handoff",
                        SECRET,
                        Map.of("refresh_token", "made-up")))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aLoginLeadsNowhereElse() throws Exception {
    String elsewhere = "/authorize?" + query(authorization("a".repeat(64), "http://example.org/"));
    assertThat(get(elsewhere).statusCode()).isEqualTo(400);
    String here = "/authorize?" + query(authorization("a".repeat(64), BACK));
    assertThat(post(here, Map.of("username", "stranger")).statusCode()).isEqualTo(400);
  }

  @Test
  void thePageSpeaksFrench() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(issuer + "/authorize?" + query(authorization("a".repeat(64), BACK))))
            .header("Accept-Language", "fr-CA,fr;q=0.9")
            .build();
    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .contains("<html lang=\"fr\">", "Travail social");
  }

  @Test
  void theSigningKeySurvivesARestart() throws Exception {
    assertThat(SigningKey.in(folder)).isEqualTo(SigningKey.in(folder));
    SignedJWT token =
        SignedJWT.parse(
            String.valueOf(
                token("client_credentials", "operator", "demo-operator", Map.of())
                    .get("access_token")));
    assertThat(token.verify(new RSASSAVerifier(SigningKey.in(folder).toRSAKey()))).isTrue();
  }

  private static Map<String, String> authorization(String verifier, String back) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Map.of(
        "response_type", "code",
        "client_id", "warm-handoff",
        "scope", "openid",
        "redirect_uri", back,
        "state", "s1",
        "nonce", "n1",
        "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
        "code_challenge_method", "S256");
  }

  private static Map<String, Object> token(
      String grant, String client, String secret, Map<String, String> more) throws Exception {
    HttpResponse<String> answer = post("/token", form(grant, client, secret, more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSONObjectUtils.parse(answer.body());
  }

  private static Map<String, String> form(
      String grant, String client, String secret, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("grant_type", grant);
    all.put("client_id", client);
    all.put("client_secret", secret);
    return all;
  }

  private static JWTClaimsSet claims(Map<String, Object> tokens) throws Exception {
    return SignedJWT.parse(String.valueOf(tokens.get("access_token"))).getJWTClaimsSet();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(issuer + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(issuer + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(query(form)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
