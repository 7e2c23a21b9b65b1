package org.warmhandoff.notification.delivering;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.header.TTL;
import com.zerodeplibs.webpush.header.Urgency;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.Device;

/**
 * Notices to browsers, through the push service each of them named: encrypted for that browser
 * alone (RFC 8291), signed by us (RFC 8292), and held by the service only as long as they are news
 * (RFC 8030 5.2).
 */
@ApplicationScoped
class PushGateway {

  private static final Logger LOG = Logger.getLogger(PushGateway.class);

  /** A device that is off for longer is not startled afterwards; another channel was tried. */
  private static final Duration NEWS = Duration.ofMinutes(5);

  /** Push services take at most a day (RFC 8292 2). */
  private static final int SIGNED_FOR_HOURS = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Posts posts;
  private final String subject;
  private final Optional<VAPIDKeyPair> keys;
  private final MessageEncryption encryption = MessageEncryptions.of();

  PushGateway(Posts posts, DeliverySettings settings) {
    this.posts = posts;
    this.subject = settings.push().subject().orElse("");
    this.keys = VapidKeys.of(settings.push());
  }

  Outcome push(Outgoing message) {
    if (keys.isEmpty()) {
      return new Outcome.Never("no-gateway");
    }
    Device device = Device.read(message.to());
    EncryptedPushMessage sealed;
    try {
      sealed =
          encryption.encrypt(
              UserAgentMessageEncryptionKeyInfo.of(device.key(), device.secret()),
              PushMessage.ofUTF8(body(message)));
    } catch (MessageEncryptionException | InvalidECPublicKeyException unreadable) {
      LOG.warnf("a device's key cannot be used (delivery %s)", message.id());
      return new Outcome.Gone();
    }
    VAPIDJWTParam claims =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(device.endpoint())
            .expiresAfter(SIGNED_FOR_HOURS, TimeUnit.HOURS)
            .subject(subject)
            .build();
    return posts.post(
        device.endpoint(),
        Map.of(
            "Authorization",
            keys.get().generateAuthorizationHeaderValue(claims),
            "Content-Type",
            sealed.mediaType(),
            "Content-Encoding",
            sealed.contentEncoding(),
            TTL.HEADER_NAME,
            String.valueOf(TTL.seconds(NEWS.toSeconds())),
            Urgency.HEADER_NAME,
            Urgency.high()),
        sealed.toBytes());
  }

  private static String body(Outgoing message) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", message.id().toString());
    body.put("lang", message.words().language());
    body.put("title", message.words().title());
    body.put("body", message.words().said());
    if (message.words().link() != null) {
      body.put("link", message.words().link());
    }
    return body.toString();
  }
}
