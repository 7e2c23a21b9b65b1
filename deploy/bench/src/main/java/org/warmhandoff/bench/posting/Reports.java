package org.warmhandoff.bench.posting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.warmhandoff.bench.ground.Doors;

/** Reports of made-up incidents in our own JSON, each first heard of. */
public enum Reports {
  /** The incident alone. */
  ALONE("posts", "without persons", ""),

  /** A victim and an alleged offender, whom nobody knows yet. */
  WITH_PERSONS(
      "two-persons",
      "with two persons each",
      """
      {"ref":"v<number-->","role":"victim","name":"<letter-0> Demo","birthDate":"<born---0>",\
      "phone":"<digits-0>","address":"<digits-0> Demo Street, Windsor"},\
      {"ref":"o<number-->","role":"alleged-offender","name":"<letter-1> Demo","birthDate":"<born---1>",\
      "phone":"<digits-1>","recordNumber":"R<digits-1>"}""");

  /** What every number of an incident here begins with. */
  public static final String PREFIX = "B";

  private final String code;
  private final String words;
  private final String persons;

  Reports(String code, String words, String persons) {
    this.code = code;
    this.words = words;
    this.persons = persons;
  }

  /** As it stands in the names of bars and in {@code --only}. */
  public String code() {
    return code;
  }

  /** For progress lines. */
  public String words() {
    return words;
  }

  /** A report without an end of line. */
  public Form form(Instant now) {
    return Form.of(json(now));
  }

  /** The same as a line of a stream. */
  public Form line(Instant now) {
    return Form.of(json(now) + "\n");
  }

  /** The same as a whole request. */
  public Form request(Instant now, int port, String path, String token) {
    String body = json(now);
    return Form.of(
        head(port, path, token, "application/json", "Content-Length: " + body.length()) + body);
  }

  /** The head of a stream of lines that comes in chunks. */
  public static String streamHead(int port, String token) {
    return head(port, Doors.OUR_PATH, token, "application/x-ndjson", "Transfer-Encoding: chunked");
  }

  private static String head(int port, String path, String token, String type, String length) {
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: localhost:" + port,
        "Authorization: Bearer " + token,
        "Content-Type: " + type,
        length,
        "",
        "");
  }

  private String json(Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return """
        {"externalId":"%s<number-->","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",\
        "domestic":"yes","physical":"yes","priority":2,"placeKind":"home","persons":[%s]}"""
        .formatted(PREFIX, second, second.minus(10, ChronoUnit.MINUTES), persons);
  }
}
