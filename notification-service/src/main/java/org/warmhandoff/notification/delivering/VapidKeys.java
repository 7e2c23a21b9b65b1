package org.warmhandoff.notification.delivering;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.warmhandoff.notification.DeliverySettings;

/** Our keys to push services, as they are configured. */
final class VapidKeys {

  private VapidKeys() {}

  /**
   * Empty where none are configured.
   *
   * @throws IllegalStateException where what is configured is no pair of keys, or lacks a part
   */
  static Optional<VAPIDKeyPair> of(DeliverySettings.Push settings) {
    if (settings.publicKey().isEmpty() && settings.privateKey().isEmpty()) {
      return Optional.empty();
    }
    if (settings.subject().isEmpty()) {
      throw new IllegalStateException("handoff.delivery.push wants a subject, too");
    }
    try {
      byte[] open = Base64.getUrlDecoder().decode(settings.publicKey().orElseThrow());
      byte[] secret = Base64.getUrlDecoder().decode(settings.privateKey().orElseThrow());
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPrivateKeySpec spec =
          new ECPrivateKeySpec(
              new BigInteger(1, secret), curve.getParameterSpec(ECParameterSpec.class));
      ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
      return Optional.of(
          VAPIDKeyPairs.of(
              PrivateKeySources.ofECPrivateKey(key), PublicKeySources.ofUncompressedBytes(open)));
    } catch (GeneralSecurityException | RuntimeException wrong) {
      throw new IllegalStateException(
          "handoff.delivery.push.public-key and .private-key are no pair of P-256 in base64url");
    }
  }
}
