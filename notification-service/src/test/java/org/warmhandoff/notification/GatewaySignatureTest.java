package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewaySignatureTest {

  private static final URI ADDRESS = URI.create("https://mycompany.com/myapp.php?foo=1&bar=2");
  private static final Map<String, String> FIELDS =
      Map.of(
          "CallSid", "CA1234567890ABCDE",
          "Caller", "+14158675309",
          "Digits", "1234",
          "From", "+14158675309",
          "To", "+18005551212");

  /** The example of the gateway's own documentation. */
  @Test
  void itIsAsTheGatewayDocumentsIt() {
    String signature = GatewaySignature.of(ADDRESS, FIELDS, "12345");
    assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signature);
    assertTrue(GatewaySignature.holds(signature, ADDRESS, FIELDS, "12345"));
  }

  @Test
  void whatWasChangedOnTheWayDoesNotHold() {
    String signature = GatewaySignature.of(ADDRESS, FIELDS, "12345");
    Map<String, String> other = new HashMap<>(FIELDS);
    other.put("Digits", "4321");
    assertFalse(GatewaySignature.holds(signature, ADDRESS, other, "12345"));
    assertFalse(GatewaySignature.holds(signature, URI.create("https://else"), FIELDS, "12345"));
    assertFalse(GatewaySignature.holds(signature, ADDRESS, FIELDS, "54321"));
    assertFalse(GatewaySignature.holds(null, ADDRESS, FIELDS, "12345"));
  }
}
