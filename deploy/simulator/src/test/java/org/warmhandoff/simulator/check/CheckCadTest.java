package org.warmhandoff.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.simulator.Simulator;

/** The verb as it is typed, against a stand-in for the service's check door. */
class CheckCadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String GOOD = "{\"externalId\": \"W-1\"}";
  private static final String BAD = "{\"externalId\": \"BAD\"}";
  private static final String EIDO = "{\"eidoVersion\": \"1.0\", \"$id\": \"x\"}";
  private static final String EVENT = "{\"specversion\": \"1.0\", \"data\": {}}";

  private static final String CHECKED =
      """
      {"row":%d,"format":"ours","taken":%s,"refused":[%s],\
      "understood":[{"pointer":"/externalId","field":"/externalId","as":"your number of the incident"}],\
      "ignored":[{"pointer":"/unit","times":3,"why":"no-use","reason":"No use for it."}],\
      "hints":[{"code":"whole-seconds","pointer":"/asOf","hint":"Send a sequence."}]}""";

  private static final String MISSING =
      """
      {"type":"https://x/missing","title":"A field is missing.","status":422,"pointer":"/asOf",\
      "expected":"a time","mend":"Send this field with every state."}""";

  @TempDir private Path folder;
  private HttpServer service;
  private final List<String> types = Collections.synchronizedList(new ArrayList<>());
  private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws IOException {
    service = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    service.createContext(
        "/identity/token",
        exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
    service.createContext("/incident/api/v1/incidents/check", this::check);
    service.createContext(
        "/samples",
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          answer(exchange, 200, "[" + GOOD + "," + EIDO + "]");
        });
    service.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] chunk = new byte[64 * 1024];
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(chunk);
            }
          } catch (IOException hungUp) {
            exchange.close();
          }
        });
    service.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    service.start();
  }

  @AfterEach
  void close() {
    service.stop(0);
  }

  @Test
  void says_field_by_field_what_was_made_of_a_sample_and_ends_well_when_all_is_taken()
      throws IOException {
    Run run = run(file("good.json", GOOD));
    assertThat(run.words())
        .contains("good.json: would be taken (ours, sent as application/json; 1 understood, 1")
        .contains("Judged as application/json: your CAD must send this Content-Type.")
        .contains("/externalId  /externalId  your number of the incident")
        .contains("/unit  (3 times) No use for it.")
        .contains("/asOf: Send a sequence.")
        .contains("1 of 1 would be taken as they are. Nothing was stored.");
    assertThat(run.code()).isZero();
  }

  @Test
  void says_how_to_mend_what_would_be_refused_and_does_not_end_well() throws IOException {
    Run run = run(file("good.json", GOOD), file("bad.json", BAD));
    assertThat(run.words())
        .contains("bad.json: WOULD BE REFUSED")
        .contains("422 missing at /asOf: A field is missing. Expected a time.")
        .contains("Send this field with every state.")
        .contains("1 of 2 would be taken");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void knows_what_a_sample_is_by_its_content_and_sends_it_as_that() throws IOException {
    Path samples = Files.createDirectory(folder.resolve("samples"));
    Files.writeString(samples.resolve("a.json"), GOOD);
    Files.writeString(samples.resolve("b.json"), EIDO);
    Files.writeString(samples.resolve("c.json"), EVENT);
    Files.writeString(samples.resolve("d.json"), "[" + EVENT + "]");
    Files.write(samples.resolve("e.ndjson.gz"), gzip(GOOD + "\n" + BAD + "\n"));
    Files.writeString(samples.resolve("f.json"), GOOD + "\n" + GOOD);
    Files.writeString(samples.resolve("g.json"), "{\"a\": 1, \"a\": 2}");
    Files.writeString(samples.resolve("readme.txt"), "no sample");
    Run run = run(samples.toString(), "--brief");
    assertThat(types)
        .containsExactly(
            Sample.JSON,
            Sample.EIDO,
            Sample.EVENT,
            Sample.EVENTS,
            Sample.LINES,
            Sample.LINES,
            Sample.JSON);
    assertThat(run.words()).contains("e.ndjson.gz row 1: would", "e.ndjson.gz row 2: WOULD BE");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void many_lines_go_in_groups_and_keep_their_numbers() throws IOException {
    String[] lines = new String[450];
    Arrays.fill(lines, GOOD);
    lines[430] = BAD;
    Run run = run(file("many.ndjson", String.join("\n", lines)), "--brief");
    assertThat(types).hasSize(3);
    assertThat(run.words()).contains("row 431: WOULD BE REFUSED", "449 of 450");
  }

  @Test
  void asks_an_address_once_without_a_token_and_for_so_much_and_no_more() {
    assertThat(run(url("/samples"), "--brief").code()).isZero();
    assertThat(types).containsExactly(Sample.JSON, Sample.EIDO);
    assertThat(tokens).containsExactly("null");
    Run endless = run(url("/endless"));
    assertThat(endless.code()).isEqualTo(1);
    assertThat(types).hasSize(2);
    assertThat(run(url("/nothing-there")).code()).isEqualTo(1);
  }

  @Test
  void tells_machines_the_same() throws IOException {
    Run run = run(file("bad.json", BAD), "--json");
    JsonNode told = JSON.readTree(run.words());
    assertThat(told.path("taken").asBoolean(true)).isFalse();
    assertThat(told.at("/samples/0/sample").asText()).endsWith("bad.json");
    assertThat(told.at("/samples/0/refused/0/pointer").asText()).isEqualTo("/asOf");
  }

  @Test
  void what_is_not_there_or_no_sample_is_said() throws IOException {
    assertThat(run(folder.resolve("missing.json").toString()).code()).isEqualTo(2);
    assertThat(run(Files.createDirectory(folder.resolve("empty")).toString()).code()).isEqualTo(2);
    Path torn = folder.resolve("torn.json.gz");
    Files.write(torn, Arrays.copyOf(gzip(GOOD.repeat(50)), 20));
    assertThat(run(torn.toString()).code()).isEqualTo(1);
    Run besides = run(torn.toString(), file("good.json", GOOD));
    assertThat(besides.words())
        .contains("torn.json.gz: WOULD BE REFUSED", "cannot be opened", "good.json: would be taken")
        .contains("1 of 2 would be taken");
    assertThat(besides.code()).isEqualTo(1);
    assertThat(run("http:///x").code()).isEqualTo(1);
    assertThat(run("http://a b/").code()).isEqualTo(1);
  }

  /** What a CAD sends as the wrong type is refused; to guess a better one would hide it. */
  @Test
  void aTypeThatIsGivenIsSentWhateverTheSampleLooksLike() throws IOException {
    String eido = file("e.json", EIDO);
    Run wrong = run(eido, "--type", "application/json");
    assertThat(types).containsExactly("application/json");
    assertThat(wrong.words()).contains("WOULD BE REFUSED", "Judged as application/json");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(run(eido, "--type", Sample.EIDO).code()).isZero();
    types.clear();
    Run unknown = run(file("good.json", GOOD), "--type", "application/vnd.acme+json; v=1");
    assertThat(types).containsExactly("application/vnd.acme+json; v=1");
    assertThat(unknown.words())
        .contains("WOULD BE REFUSED", "415 media-type", "Send one of the content types");
    assertThat(unknown.code()).isEqualTo(1);
    types.clear();
    run(file("list.json", "[" + GOOD + "," + GOOD + "]"), "--type", "application/json");
    assertThat(types).hasSize(1);
    assertThat(run(eido, "--type", "application/json\nX: y").code()).isEqualTo(2);
    Run none = run(file("none.json", "[]"), "--type", Sample.EVENTS);
    assertThat(none.words()).doesNotContain("broke off");
  }

  @Test
  void anAddressOfOneFolderAndLinesAfterAnEmptyOneAreRead() throws IOException {
    run(file("lines.json", "\n" + GOOD + "\n" + BAD), "--brief");
    assertThat(types).containsExactly(Sample.LINES);
    Run many = run(file("array.json", "[" + GOOD + "," + BAD + "]"), "--json");
    JsonNode told = JSON.readTree(many.words());
    assertThat(told.path("samples")).hasSize(2);
    assertThat(told.at("/samples/1/sample").asText()).endsWith("array.json row 2");
    assertThat(told.at("/samples/1/contentType").asText()).isEqualTo("application/json");
    assertThat(told.path("taken").asBoolean(true)).isFalse();
  }

  @Test
  void fewerAnswersThanLinesAreNoVerdict() throws IOException {
    Run torn = run(file("lines.ndjson", GOOD + "\nTORN\n" + GOOD));
    assertThat(torn.code()).isEqualTo(1);
    assertThat(torn.words()).doesNotContain("of 3 would be");
  }

  /** What it printed and how it ended. */
  private record Run(int code, String words) {}

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check-cad", "--url", url(""), "--patience", "1"));
    all.addAll(List.of(arguments));
    PrintStream before = System.out;
    var caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      int code = Simulator.run(all.toArray(String[]::new));
      return new Run(code, caught.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private String url(String path) {
    return "http://localhost:" + service.getAddress().getPort() + path;
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private void check(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    types.add(type);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (type.startsWith("application/vnd")) {
      answer(
          exchange,
          415,
          "{\"type\":\"https://x/media-type\",\"title\":\"Not read here.\",\"status\":415}");
      return;
    }
    if (!type.equals(Sample.LINES)) {
      boolean mistaken = body.contains("eidoVersion") && !type.equals(Sample.EIDO);
      answer(exchange, 200, "[" + checked(1, mistaken ? BAD : body) + "]");
      return;
    }
    StringBuilder all = new StringBuilder();
    int row = 0;
    for (String line : body.split("\n")) {
      row++;
      if (line.isBlank() || line.equals("TORN")) {
        continue;
      }
      all.append(checked(row, line)).append('\n');
    }
    answer(exchange, 200, all.toString());
  }

  private static String checked(int row, String document) {
    boolean bad = document.contains("BAD");
    return CHECKED.formatted(row, !bad, bad ? MISSING : "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
