package org.warmhandoff.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.EventTypes;

/** The published documents are what the code promises, and no reader of the last ones is broken. */
class ReferenceTest {

  private static final Path ROOT = Path.of(System.getProperty("handoff.root"));
  private static final Map<String, ObjectNode> DOCUMENTS = Reference.documents(ROOT);

  static List<String> names() {
    return List.copyOf(DOCUMENTS.keySet());
  }

  static List<String> doors() {
    return names().stream().filter(name -> name.startsWith("openapi/")).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void breaksNobodyWhoReliesOnWhatIsPublished(String name) {
    assertThat(Reference.breaks(ROOT, name, document(name)))
        .as("what a reader of docs/reference/%s would miss; tell it as a new type or door", name)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsCommittedIsWhatTheCodeSays(String name) throws IOException {
    Path committed = Reference.folder(ROOT).resolve(name);
    assertThat(Files.exists(committed) ? Files.readString(committed) : "")
        .as("docs/reference/%s is out of date: run ./handoff reference and commit it", name)
        .isEqualTo(Json.print(document(name)));
  }

  @Test
  void theTopicsAreValidAsyncApi() throws IOException {
    Schema published =
        registry(SpecificationVersion.DRAFT_7).getSchema(asyncApiSchema(), InputFormat.JSON);
    assertThat(published.validate(Json.print(document("asyncapi.json")), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theDoorsAreValidOpenApi(String name) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult read =
        new OpenAPIV3Parser().readContents(Json.print(document(name)), null, options);
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.isOpenapi31()).isTrue();
    assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(document(name).path("paths"));
  }

  @Test
  void everyEventAndEveryGrantIsThere() {
    ObjectNode topics = document("asyncapi.json");
    assertThat(topics.at("/components/messages")).hasSize(EventTypes.all().size());
    long grants =
        java.util.stream.Stream.concat(
                Access.shared().stream(), Access.ofAgency("hiatus-house").stream())
            .filter(grant -> grant.resource() == Access.Resource.TOPIC)
            .count();
    assertThat(topics.path("operations")).hasSize(Math.toIntExact(grants));
  }

  @Test
  void theGoldenFilesFitTheirSchemas() {
    ObjectNode topics = document("asyncapi.json");
    for (Map.Entry<String, JsonNode> message : topics.at("/components/messages").properties()) {
      JsonNode example = message.getValue().at("/examples/0");
      mustFit(
          topics,
          SpecificationVersion.DRAFT_7,
          message.getValue().path("payload"),
          example.path("payload"));
      mustFit(
          topics,
          SpecificationVersion.DRAFT_7,
          message.getValue().path("headers"),
          example.path("headers"));
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void everyDoorSaysWhatItIsAndWhomItLetsIn(String name) {
    for (JsonNode path : document(name).path("paths")) {
      for (JsonNode door : path) {
        String id = door.path("operationId").asText();
        assertThat(door.path("summary").asText()).as(id).isNotBlank();
        assertThat(door.at("/security/0/bearer")).as(id).isNotEmpty();
        assertThat(Compatibility.names(door.path("responses")))
            .as(id)
            .contains("401", "403")
            .anyMatch(status -> status.startsWith("2"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theExamplesFitTheirSchemas(String name) {
    ObjectNode doors = document(name);
    List<JsonNode> contents = new ArrayList<>();
    for (JsonNode content : doors.findValues("content")) {
      content.forEach(contents::add);
    }
    for (JsonNode content : contents) {
      if (content.has("example")) {
        mustFit(
            doors,
            SpecificationVersion.DRAFT_2020_12,
            content.path("schema"),
            content.path("example"));
      }
    }
  }

  private static void mustFit(
      ObjectNode document, SpecificationVersion version, JsonNode schema, JsonNode value) {
    ObjectNode whole = Json.object();
    whole.set("components", document.path("components"));
    whole.set("allOf", Json.array(schema));
    assertThat(
            registry(version)
                .getSchema(Json.print(whole), InputFormat.JSON)
                .validate(Json.print(value), InputFormat.JSON))
        .as(value.toString())
        .isEmpty();
  }

  private static SchemaRegistry registry(SpecificationVersion version) {
    return SchemaRegistry.withDefaultDialect(version);
  }

  private static ObjectNode document(String name) {
    return Objects.requireNonNull(DOCUMENTS.get(name));
  }

  private static String asyncApiSchema() throws IOException {
    try (InputStream packed =
            Objects.requireNonNull(
                ReferenceTest.class.getResourceAsStream("/asyncapi-3.1.0.json.gz"));
        GZIPInputStream plain = new GZIPInputStream(packed)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
