package org.warmhandoff.notification.delivering;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.GatewaySignature;

/** What the gateway tells of its messages and calls. It has no token: it signs. */
@Path("/api/v1/telephone/receipts/{delivery}")
public class ReceiptResource {

  private final HearReceipt hearReceipt;
  private final DeliverySettings settings;

  ReceiptResource(HearReceipt hearReceipt, DeliverySettings settings) {
    this.hearReceipt = hearReceipt;
    this.settings = settings;
  }

  /** What became of one of them. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  @PermitAll
  public void receipt(
      UUID delivery,
      @HeaderParam("X-Twilio-Signature") @Nullable String signature,
      MultivaluedMap<String, String> form) {
    Map<String, String> fields =
        GatewaySignature.checked(signature, form, "receipts/" + delivery, settings);
    hearReceipt.hear(
        delivery, fields.getOrDefault("MessageStatus", fields.getOrDefault("CallStatus", "")));
  }
}
