package org.warmhandoff.console.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A refusal a caller can act on (RFC 9457). Its words are fixed text: nothing of what was sent is
 * ever repeated, since it may identify someone.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String TYPES = "https://warmhandoff.org/problems/";

  private final int status;
  private final String code;
  private final @Nullable String pointer;
  private final @Nullable String expected;
  private final @Nullable Duration retryAfter;

  private Problem(
      int status,
      String code,
      String title,
      @Nullable String pointer,
      @Nullable String expected,
      @Nullable Duration retryAfter) {
    super(title, null, false, false);
    this.status = status;
    this.code = code;
    this.pointer = pointer;
    this.expected = expected;
    this.retryAfter = retryAfter;
  }

  /** 400: could not be read at all. */
  public static Problem unreadable(String code, String title) {
    return of(400, code, title);
  }

  /** 403: known, and not allowed. */
  public static Problem forbidden(String code, String title) {
    return of(403, code, title);
  }

  /** 404: not there, or not the caller's to know of. */
  public static Problem notFound(String code, String title) {
    return of(404, code, title);
  }

  /** 409: what is asked for does not fit what stands. */
  public static Problem conflict(String code, String title) {
    return of(409, code, title);
  }

  /** 410: was there, and must not be read any more. */
  public static Problem gone(String code, String title) {
    return of(410, code, title);
  }

  /** 413: larger than this door takes. */
  public static Problem tooLarge(String code, String title) {
    return of(413, code, title);
  }

  /** 415: a media type this door does not read. */
  public static Problem unsupported(String code, String title) {
    return of(415, code, title);
  }

  /** 422: readable but wrong. */
  public static Problem wrong(String code, String title) {
    return of(422, code, title);
  }

  /** 429: too much at once; come back after {@code retryAfter}. */
  public static Problem tooMany(String code, String title, Duration retryAfter) {
    return new Problem(429, code, title, null, null, retryAfter);
  }

  /** 502 or 503: something this door leans on does not answer now; nothing was changed. */
  public static Problem unavailable(String code, String title, Duration retryAfter) {
    return new Problem(503, code, title, null, null, retryAfter);
  }

  static Problem of(int status, String code, String title) {
    return new Problem(status, code, title, null, null, null);
  }

  /** Names the field, as a JSON pointer (RFC 6901). */
  public Problem at(String jsonPointer) {
    return new Problem(status, code, title(), jsonPointer, expected, retryAfter);
  }

  /** Says what was expected instead. */
  public Problem expected(String what) {
    return new Problem(status, code, title(), pointer, what, retryAfter);
  }

  public int status() {
    return status;
  }

  /** The stable last part of the problem's type. */
  public String code() {
    return code;
  }

  public URI type() {
    return URI.create(TYPES + code);
  }

  public String title() {
    String title = getMessage();
    return title == null ? code : title;
  }

  public @Nullable String pointer() {
    return pointer;
  }

  public @Nullable String expected() {
    return expected;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
