package org.warmhandoff.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.console.key.KeyHeader;

/**
 * A key as its holder has it: a prefix that scanners know, the public id it is found by, and 256
 * random bits. As nobody can guess at those, a plain SHA-256 of the whole keeps them as well as a
 * slow digest would. It shows itself to nobody by accident.
 *
 * @param id the public id
 * @param whole the key itself, told once and stored nowhere
 */
public record KeySecret(String id, String whole) {

  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(KeyHeader.PREFIX + "([0-9a-f]{16})_[0-9a-f]{64}");

  /** A new one. */
  public static KeySecret make(SecureRandom random) {
    String id = hex(random, ID_BYTES);
    return new KeySecret(id, KeyHeader.PREFIX + id + "_" + hex(random, SECRET_BYTES));
  }

  /** What somebody came with, if it has the form of a key. */
  public static Optional<KeySecret> read(String presented) {
    Matcher form = FORM.matcher(presented);
    return form.matches() ? Optional.of(new KeySecret(form.group(1), presented)) : Optional.empty();
  }

  /** What is stored of it. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Whether it is the one of this digest; takes as long whatever the difference. */
  public boolean is(byte[] digest) {
    return MessageDigest.isEqual(digest(), digest);
  }

  @Override
  public String toString() {
    return "KeySecret[" + id + "]";
  }

  private static String hex(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
