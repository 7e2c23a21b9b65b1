package org.warmhandoff.incident.intake;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.fuzz.Answer;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.Recognisable;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.ReportJson;
import org.warmhandoff.incident.intake.reading.ReportReader;

/** What the doors of intake do with a body before anything is stored, in their order. */
public final class IntakeReaders {

  /** The content type of one CloudEvent in one JSON object. */
  public static final String STRUCTURED = PostedReport.STRUCTURED;

  private static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");

  /** What {@code bounded} reads at the most: a report, and some of what a client still sends. */
  private static final long MOST_OPENED = 2L * IncidentResource.LARGEST + 2;

  /** Of a stream without end so much is read here. */
  private static final long MOST_OF_A_STREAM = 4L * IncidentResource.LARGEST;

  private static final int MOST_REFUSALS = 40;
  private static final int MOST_FIELDS = 800;
  private static final int MOST_PATTERNS = 200;

  private static final IntakeSettings SETTINGS =
      new IntakeSettings() {
        @Override
        public Set<String> types() {
          return Set.of("DVA", "DVNA", "OTHER", "CRIMINAL TRESPASS");
        }

        @Override
        public Set<String> placeKinds() {
          return Set.of("home", "street", "other");
        }

        @Override
        public Optional<Set<String>> municipalities() {
          return Optional.of(Set.of("windsor"));
        }

        @Override
        public Set<String> numberedAreas() {
          return Set.of("ward", "beat");
        }
      };

  private static final PoliceService SOURCE =
      new PoliceService(
          "windsor",
          new PoliceService.Settings(
              "Demo", "CA-ON", "America/Toronto", "1", List.of("DOMESTIC"), 100));

  private static final CodeTable CODES = CodeTable.of(SETTINGS);
  private static final ReportCheck CHECK = new ReportCheck(SETTINGS, () -> NOW);

  /** The words of a check, each told as its name and all that was put into it. */
  private static final IntakeMessages WORDS =
      (IntakeMessages)
          Proxy.newProxyInstance(
              IntakeMessages.class.getClassLoader(),
              new Class<?>[] {IntakeMessages.class},
              (proxy, method, arguments) ->
                  Stream.concat(
                          Stream.of(method.getName()),
                          arguments == null
                              ? Stream.of()
                              : Arrays.stream(arguments).map(String::valueOf))
                      .collect(Collectors.joining(" ")));

  private IntakeReaders() {}

  /** One report as it was posted. */
  public static void post(Map<String, String> headers, byte[] body, Answer answer)
      throws IOException {
    byte[] sent = sent(headers, body, answer);
    taken(PostedReport.of(new HttpHeadersImpl(headers.entrySet()), sent).read(NOW));
  }

  /** A batch: it is refused as a whole, or each of its events is read by itself. */
  public static void batch(byte[] body, Answer answer) throws IOException {
    byte[] sent = sent(Map.of(), body, answer);
    long number = 0;
    for (byte[] event : ReportJson.list(sent, BulkResource.LARGEST_BATCH)) {
      number++;
      row(
          Row.read(
              number,
              one -> {
                PostedReport posted = PostedReport.ofEvent(event);
                return new Row.Readable(one, posted.read(NOW), posted.key());
              }),
          answer);
    }
  }

  /** Lines; what breaks off in the middle is told as the last row. */
  public static void lines(Map<String, String> headers, byte[] body, Answer answer)
      throws IOException {
    int piece = 1 + body.length % 97;
    HttpHeaders asked = new HttpHeadersImpl(headers.entrySet());
    try (InputStream plain = Encoding.plain(asked, new ByteArrayInputStream(body))) {
      Counted counted = new Counted(plain, piece);
      Lines lines = new Lines(counted, IncidentResource.LARGEST);
      try {
        for (Lines.Line line = lines.next();
            line != null && counted.bytes() < MOST_OF_A_STREAM;
            line = lines.next()) {
          if (line.bytes().length > IncidentResource.LARGEST) {
            throw new IllegalStateException("a line is kept that is too long");
          }
          Lines.Line read = line;
          row(
              Row.read(
                  line.number(),
                  number ->
                      new Row.Readable(
                          number, ReportReader.read(read.content(), false, NOW), null)),
              answer);
        }
      } finally {
        answer.opened(counted.bytes());
        answer.opened(counted.begun());
      }
    }
  }

  /** What a check tells of a document. */
  public static void check(Map<String, String> headers, byte[] body, Answer answer)
      throws IOException {
    byte[] sent;
    try {
      sent = sent(headers, body, answer);
    } catch (Problem refused) {
      told(CHECK.refused(1, SOURCE, WORDS, refused), answer);
      return;
    }
    told(
        CHECK.check(
            1, SOURCE, WORDS, () -> PostedReport.of(new HttpHeadersImpl(headers.entrySet()), sent)),
        answer);
  }

  private static byte[] sent(Map<String, String> headers, byte[] body, Answer answer)
      throws IOException {
    try (InputStream plain =
        Encoding.plain(new HttpHeadersImpl(headers.entrySet()), new ByteArrayInputStream(body))) {
      Counted counted = new Counted(plain, Integer.MAX_VALUE);
      try {
        return IncidentResource.bounded(counted);
      } finally {
        if (counted.bytes() > MOST_OPENED) {
          throw new IllegalStateException("more is opened than a report may have");
        }
        answer.opened(counted.begun());
      }
    }
  }

  private static void row(Row row, Answer answer) {
    switch (row) {
      case Row.Readable readable -> taken(readable.report());
      case Row.Refused refused -> answer.refused(refused.problem());
    }
  }

  /** What is done with a report before it is looked for in the database. */
  private static void taken(Report report) {
    Report coded = CODES.coded(SOURCE, report);
    Recognisable.traits(coded);
  }

  private static void told(Checked checked, Answer answer) {
    if (checked.refused().size() > MOST_REFUSALS
        || checked.understood().size() > MOST_FIELDS
        || checked.ignored().size() > MOST_PATTERNS) {
      throw new IllegalStateException("a check tells more than it may");
    }
    for (Checked.Refusal one : checked.refused()) {
      answer.says(one.title());
      answer.says(one.expected());
      answer.says(one.mend());
      answer.shows(one.pointer());
    }
    for (Checked.Understood one : checked.understood()) {
      answer.shows(one.pointer());
      answer.shows(one.field());
      answer.says(one.kind());
      answer.says(one.as());
    }
    for (Checked.Ignored one : checked.ignored()) {
      answer.shows(one.pointer());
      answer.shows(one.of());
      answer.says(one.reason());
    }
    for (Checked.Hint one : checked.hints()) {
      answer.shows(one.pointer());
      answer.says(one.hint());
    }
  }
}
