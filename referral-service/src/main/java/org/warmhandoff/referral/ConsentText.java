package org.warmhandoff.referral;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/**
 * The words a person is shown before she decides.
 *
 * @param version of the purpose's text
 * @param language BCP 47 tag
 * @param hash SHA-256 of the words in UTF-8, hex
 */
public record ConsentText(
    Purpose purpose, String version, String language, String words, String hash) {

  static ConsentText of(Purpose purpose, String version, String language, String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return new ConsentText(purpose, version, language, words, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
