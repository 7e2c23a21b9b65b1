package org.warmhandoff.simulator.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a CSV become intake's fields. Written as YAML (or JSON, which is YAML):
 *
 * <ul>
 *   <li>{@code version: 1}
 *   <li>{@code time}: {@code column} with the local time, its {@code pattern} (default ISO 8601
 *       date and time), the IANA {@code zone} it is read in, and {@code zones}, police service →
 *       zone, where one differs
 *   <li>{@code policeService}: which police service's CAD client posts a row
 *   <li>{@code fields}: intake's field → where it comes from. Which rows are domestic is the field
 *       {@code domestic}. Without {@code externalId}, file hash and row number are the id.
 * </ul>
 *
 * <p>A value is looked up in {@code codes}; what is not in it is kept as it is when {@code
 * keepOthers} is true, else becomes {@code default}; an empty cell becomes {@code default}; without
 * a default the field is left out. Without {@code codes} a value is taken with {@code prefix}
 * before it.
 */
public record Mapping(int version, Time time, Source policeService, Map<String, Source> fields) {

  private static final Set<String> TEXTS =
      Set.of(
          "externalId",
          "type",
          "status",
          "domestic",
          "physical",
          "charge",
          "arrest",
          "released",
          "relationship",
          "municipality",
          "placeKind",
          "note");
  private static final Set<String> NUMBERS = Set.of("sequence", "priority");
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public Mapping {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Where local times stand and how they are read. */
  public record Time(
      String column, @Nullable String pattern, String zone, @Nullable Map<String, String> zones) {
    public Time {
      zones = zones == null ? Map.of() : Map.copyOf(zones);
    }

    DateTimeFormatter format() {
      return pattern == null
          ? DateTimeFormatter.ISO_LOCAL_DATE_TIME
          : DateTimeFormatter.ofPattern(pattern);
    }
  }

  /** Where one field's value comes from. */
  public record Source(
      @Nullable String column,
      @Nullable Map<String, String> codes,
      @JsonProperty("default") @Nullable String otherwise,
      @Nullable String prefix,
      boolean keepOthers) {
    public Source {
      codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    @Nullable String of(Map<String, String> row) {
      String raw = column == null ? "" : row.getOrDefault(column, "").strip();
      if (raw.isEmpty()) {
        return otherwise;
      }
      if (codes == null || codes.isEmpty()) {
        return prefix == null ? raw : prefix + raw;
      }
      String code = codes.get(raw);
      return code != null ? code : keepOthers ? raw : otherwise;
    }
  }

  /** A mapping that cannot be used; the message says why. */
  public static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /** A row that cannot be read; the message names the column, never the value. */
  public static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  /** Reads a mapping from YAML or JSON. */
  public static Mapping read(byte[] yaml) throws Unusable {
    Mapping mapping;
    try {
      JsonNode tree = YAML.readTree(yaml);
      for (String part : List.of("version", "time", "policeService", "fields")) {
        if (!tree.has(part)) {
          throw new Unusable("the mapping has no \"" + part + "\"");
        }
      }
      mapping = YAML.treeToValue(tree, Mapping.class);
    } catch (JsonMappingException e) {
      throw new Unusable("the mapping cannot be used: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Unusable("the mapping is not readable YAML: " + e.getMessage());
    }
    mapping.check();
    return mapping;
  }

  private void check() throws Unusable {
    if (version != 1) {
      throw new Unusable("this release reads mappings of version 1, not " + version);
    }
    present(time, "time");
    present(time.column(), "time.column");
    present(time.zone(), "time.zone");
    present(policeService, "policeService");
    for (Map.Entry<String, Source> field : fields.entrySet()) {
      present(field.getValue(), "fields." + field.getKey());
    }
    for (String field : fields.keySet()) {
      if (!TEXTS.contains(field) && !NUMBERS.contains(field)) {
        throw new Unusable("intake knows no field \"" + field + "\"");
      }
    }
    try {
      ZoneId.of(time.zone());
      zones().values().forEach(ZoneId::of);
      Objects.requireNonNull(time.format());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Unusable("the mapping's time cannot be used: " + e.getMessage());
    }
  }

  /** YAML may say null where this class says that there is something. */
  private static void present(@Nullable Object part, String name) throws Unusable {
    if (part == null) {
      throw new Unusable("the mapping has no \"" + name + "\"");
    }
  }

  /** The columns the mapping names and the file does not have. */
  public List<String> missingIn(List<String> header) {
    Set<String> missing = new TreeSet<>();
    missing.add(time.column());
    addColumn(missing, policeService);
    fields.values().forEach(source -> addColumn(missing, source));
    header.forEach(missing::remove);
    return List.copyOf(missing);
  }

  /** The local time a row carries, as the feed wrote it. */
  public LocalDateTime localTime(Map<String, String> row) throws Unreadable {
    try {
      return LocalDateTime.parse(row.getOrDefault(time.column(), "").strip(), time.format());
    } catch (DateTimeParseException e) {
      throw new Unreadable("column " + time.column() + " holds no time in the mapping's pattern");
    }
  }

  /** The police service whose CAD client posts the row. */
  public String policeService(Map<String, String> row) throws Unreadable {
    String code = policeService.of(row);
    if (code == null) {
      throw new Unreadable("no police service is mapped for column " + policeService.column());
    }
    return code;
  }

  /** The zone this police service's clock readings stand in. */
  public ZoneId zoneOf(String policeService) {
    return ZoneId.of(zones().getOrDefault(policeService, time.zone()));
  }

  /** The id the feed itself gives, or null where it has none. */
  public @Nullable String externalId(Map<String, String> row) {
    Source source = fields.get("externalId");
    return source == null ? null : source.of(row);
  }

  /** Intake's fields of a row, all but the id and the times. */
  ObjectNode body(Map<String, String> row) throws Unreadable {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Source> field : fields.entrySet()) {
      String value = field.getValue().of(row);
      if (value == null || field.getKey().equals("externalId")) {
        continue;
      }
      if (TEXTS.contains(field.getKey())) {
        body.put(field.getKey(), value);
      } else {
        try {
          body.put(field.getKey(), Long.parseLong(value));
        } catch (NumberFormatException e) {
          throw new Unreadable("column " + field.getValue().column() + " holds no whole number");
        }
      }
    }
    return body;
  }

  private Map<String, String> zones() {
    Map<String, String> zones = time.zones();
    return zones == null ? Map.of() : zones;
  }

  private static void addColumn(Set<String> columns, Source source) {
    if (source.column() != null) {
      columns.add(source.column());
    }
  }
}
