package org.warmhandoff.notification.answering;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Answer;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.GatewaySignature;
import org.warmhandoff.notification.NoticeLanguage;
import org.warmhandoff.notification.NoticeMessages;
import org.warmhandoff.notification.answering.FindReplied.Replied;

/**
 * Replies from telephones, as the gateway passes them on. It has no token: it signs. What is not
 * signed, or where no gateway is configured, is refused.
 */
@Path("/api/v1/telephone/replies")
public class ReplyResource {

  private static final String NOTHING = "<Response/>";

  private final FindReplied findReplied;
  private final TakeAnswer takeAnswer;
  private final DeliverySettings settings;

  ReplyResource(FindReplied findReplied, TakeAnswer takeAnswer, DeliverySettings settings) {
    this.findReplied = findReplied;
    this.takeAnswer = takeAnswer;
    this.settings = settings;
  }

  /** A text message that somebody sent back; whoever is not known is not answered. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_XML)
  @Operation(hidden = true)
  @PermitAll
  public String reply(
      @HeaderParam("X-Twilio-Signature") @Nullable String signature,
      MultivaluedMap<String, String> form) {
    Map<String, String> fields = GatewaySignature.checked(signature, form, "replies", settings);
    String from = fields.getOrDefault("From", "");
    Optional<ReplyText> reply = ReplyText.read(fields.getOrDefault("Body", ""));
    return reply
        .flatMap(said -> findReplied.find(said.code(), from))
        .map(found -> said(taken(found, reply.get().yes())))
        .orElse(NOTHING);
  }

  private String taken(Replied found, boolean yes) {
    NoticeMessages messages = NoticeLanguage.messages(found.languages());
    if (!found.notice().open()) {
      return found.notice().theirs() ? messages.reply_yours() : messages.reply_over();
    }
    Answer answer =
        yes ? new Answer.Accept() : new Answer.Decline(DeclineReason.OTHER.code(), null);
    try {
      takeAnswer.take(found.notice().assignment(), answer, found.notice().staff());
    } catch (Problem late) {
      return messages.reply_over();
    }
    return yes ? messages.reply_yes() : messages.reply_no();
  }

  private static String said(String words) {
    return "<Response><Message>%s</Message></Response>"
        .formatted(words.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
