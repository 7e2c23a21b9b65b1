package org.warmhandoff.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.resource.IriResourceLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The EIDO examples of this project against the schema NENA publishes. The schema states no licence
 * and does not ship: {@code HANDOFF_EIDO_SCHEMA} names its {@code openapi.yaml}.
 */
class EidoExamplesTest {

  private static final Path EXAMPLES = Path.of("../../docs/examples");

  @Test
  void areWhatTheStandardCallsAnEido() throws IOException {
    Optional<Path> published =
        Optional.ofNullable(System.getenv("HANDOFF_EIDO_SCHEMA"))
            .map(Path::of)
            .filter(Files::exists);
    if (published.isEmpty()) {
      System.out.println(
          "!!!! EIDO EXAMPLES ARE NOT CHECKED: name NENA's openapi.yaml in HANDOFF_EIDO_SCHEMA !!!!");
    }
    assumeTrue(published.isPresent(), "no published schema is here");
    Schema schema =
        SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                registry ->
                    registry.resourceLoaders(
                        loaders -> loaders.add(IriResourceLoader.getInstance())))
            .getSchema(
                SchemaLocation.of(
                    published.get().toUri()
                        + "#/components/schemas/EmergencyIncidentDataObjectType"));
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<Path> examples =
          files.filter(file -> file.getFileName().toString().startsWith("eido-")).toList();
      assertThat(examples).isNotEmpty();
      for (Path example : examples) {
        assertThat(schema.validate(Files.readString(example), InputFormat.JSON))
            .as(example.toString())
            .isEmpty();
      }
      assertThat(schema.validate("{\"eidoVersion\":\"1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }
}
