package org.warmhandoff.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.incident.intake.IntakeReaders;
import org.warmhandoff.simulator.check.SampleReader;

/** A reader of what comes from outside. */
public enum Target {
  REPORT("our own report", Target::report),
  EIDO("an EIDO", Target::eido),
  ADDRESS("the XML of an address in an EIDO", Target::address),
  EVENT("one CloudEvent, structured or with headers", Target::event),
  BATCH("a batch of CloudEvents", IntakeReaders::batch),
  LINES("a stream of lines, compressed or not", Target::lines),
  GZIP("a compressed body", Target::gzip),
  CHECK("what a check tells of a document", Target::check),
  CSV("a CSV through its mapping, for replay", CsvReading::read),
  SAMPLE("a sample for check-cad", SampleReader::read);

  private static final String CONTENT_TYPE = "Content-Type";
  private static final String EIDO_TYPE = "application/emergency.eido+json";

  private final String words;
  private final Judge.Reader reader;

  Target(String words, Judge.Reader reader) {
    this.words = words;
    this.reader = reader;
  }

  /** As it is asked for and told. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String words() {
    return words;
  }

  /** The target of this code. */
  public static Optional<Target> of(String code) {
    return Stream.of(values()).filter(target -> target.code().equals(code)).findFirst();
  }

  /**
   * Reads one input and judges what was told.
   *
   * @throws Breach where it was not what every reader promises
   */
  public void read(byte[] input) throws IOException {
    Judge.hold(input, reader);
  }

  private static void report(byte[] input, Answer answer) throws IOException {
    IntakeReaders.post(Map.of(), input, answer);
  }

  private static void eido(byte[] input, Answer answer) throws IOException {
    IntakeReaders.post(Map.of(CONTENT_TYPE, EIDO_TYPE), input, answer);
  }

  private static void address(byte[] input, Answer answer) throws IOException {
    IntakeReaders.post(Map.of(CONTENT_TYPE, EIDO_TYPE), livingAt(input), answer);
  }

  /** An EIDO whose incident, and whose one person, are at this address. */
  private static byte[] livingAt(byte[] xml) {
    ObjectNode eido = JsonNodeFactory.instance.objectNode();
    eido.put("eidoVersion", "1.0").put("$id", "W-1");
    eido.put("lastUpdateTimeStamp", "2026-01-31T22:15:00-05:00");
    ObjectNode incident = eido.putObject("incidentComponent");
    incident.put("incidentTypeCommonRegistryText", "DVA");
    incident.putObject("locationReference").put("$ref", "here");
    ObjectNode person = eido.putArray("personComponent").addObject();
    person.put("$id", "1").putArray("personIncidentRoleRegistryText").add("Victim");
    person.putObject("locationReference").put("$ref", "here");
    ObjectNode location = eido.putArray("locationComponent").addObject();
    location.put("$id", "here").put("locationByValue", new String(xml, StandardCharsets.UTF_8));
    return eido.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void event(byte[] input, Answer answer) throws IOException {
    Post post = Post.of(input);
    boolean binary = post.headers().containsKey("ce-specversion");
    Post event = post.orElse(CONTENT_TYPE, binary ? "application/json" : IntakeReaders.STRUCTURED);
    IntakeReaders.post(event.headers(), event.body(), answer);
  }

  private static void lines(byte[] input, Answer answer) throws IOException {
    Post post = Post.of(input);
    IntakeReaders.lines(post.headers(), post.body(), answer);
  }

  private static void gzip(byte[] input, Answer answer) throws IOException {
    Post post = Post.of(input).with("Content-Encoding", "gzip");
    IntakeReaders.post(post.headers(), post.body(), answer);
  }

  private static void check(byte[] input, Answer answer) throws IOException {
    Post post = Post.of(input);
    IntakeReaders.check(post.headers(), post.body(), answer);
  }
}
