package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Access.Grant;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.contracts.Topics.Topic;

/** The topics, what is told on them and who may read and write each, as AsyncAPI 3.1. */
final class AsyncApi {

  private static final String AGENCY = "demo-agency";
  private static final String CODE = "{code}";

  private final Sources sources;
  private final ObjectNode document = Json.object();
  private final ObjectNode messages;
  private final ObjectNode channels;
  private final ObjectNode operations;
  private final ObjectNode schemas;
  private final EventSchemas events;

  private AsyncApi(Sources sources) {
    this.sources = sources;
    document.put("asyncapi", "3.1.0");
    document.set("info", info());
    document.put("defaultContentType", "application/json");
    document.set("servers", servers());
    channels = document.putObject("channels");
    operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    messages = components.putObject("messages");
    schemas = components.putObject("schemas");
    schemas.set("CloudEventHeaders", EventHeaders.schema());
    events = new EventSchemas(schemas, sources);
    components
        .putObject("securitySchemes")
        .putObject("scram")
        .put("type", "scramSha512")
        .put(
            "description",
            "SASL/SCRAM-SHA-512, one principal per service and per agency (agency-CODE); what is"
                + " not granted is denied.");
  }

  static ObjectNode of(Sources sources) {
    return new AsyncApi(sources).written();
  }

  private ObjectNode written() {
    Map<String, List<Class<? extends Event>>> told = new TreeMap<>();
    for (Class<? extends Event> type : EventTypes.all()) {
      message(type);
      told.computeIfAbsent(TopicOf.type(type), topic -> new java.util.ArrayList<>()).add(type);
    }
    Stream.concat(Topics.shared().stream(), Topics.ofAgency(AGENCY).stream())
        .forEach(topic -> channel(topic, told));
    Stream.concat(Access.shared().stream(), Access.ofAgency(AGENCY).stream())
        .filter(grant -> grant.resource() == Access.Resource.TOPIC)
        .forEach(this::operation);
    return document;
  }

  private static ObjectNode info() {
    ObjectNode info = Json.object();
    info.put("title", "Warm Handoff events");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "What the four services and the agencies tell each other. Every record is a CloudEvent 1.0"
            + " in Kafka's binary mode: the value is the payload below, everything else a header;"
            + " readers take structured mode (application/cloudevents+json) as well. Events carry"
            + " ids, codes, numbers and instants, never a name, contact datum, address or free"
            + " text. They grow by optional fields only; anything else is a new type on a v2"
            + " topic. Ignore fields and types you do not know.");
    return info;
  }

  private static ObjectNode servers() {
    ObjectNode servers = Json.object();
    ObjectNode kafka = servers.putObject("kafka");
    kafka.put("host", "{brokers}");
    kafka.put("protocol", "kafka");
    kafka.put("title", "The installation's Kafka cluster");
    kafka
        .putObject("variables")
        .putObject("brokers")
        .put("default", "localhost:8092")
        .put("description", "Bootstrap address; the default is the local stack's.");
    kafka.set("security", Json.array(Json.ref("#/components/securitySchemes/scram")));
    return servers;
  }

  private void message(Class<? extends Event> type) {
    String wireName = EventTypes.name(type);
    ObjectNode message = messages.putObject(type.getSimpleName());
    message.put("name", wireName);
    message.put("title", type.getSimpleName());
    Sources.Type said = sources.type(type.getName()).orElseThrow();
    message.put("summary", said.words().text());
    message.put("contentType", "application/json");
    ObjectNode headers = message.putObject("headers");
    ObjectNode thisType = Json.object().put("type", "object");
    thisType.putObject("properties").putObject("ce_type").put("const", wireName);
    headers.set("allOf", Json.array(Json.ref("#/components/schemas/CloudEventHeaders"), thisType));
    message.set("payload", events.refer(type));
    message
        .putObject("correlationId")
        .put("location", "$message.header#/ce_correlationid")
        .put("description", "The incident.");
    ObjectNode example = message.putArray("examples").addObject();
    example.put("name", "golden");
    example.set("headers", EventHeaders.example(type));
    example.set("payload", Json.parse(golden(wireName)));
  }

  static String golden(String wireName) {
    String file = "/golden/" + wireName + ".json";
    try (InputStream golden = Event.class.getResourceAsStream(file)) {
      if (golden == null) {
        throw new IllegalStateException("contracts has no " + file);
      }
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void channel(Topic topic, Map<String, List<Class<? extends Event>>> told) {
    String address = address(topic.name());
    ObjectNode channel = channels.putObject(key(address));
    channel.put("address", address);
    List<Class<? extends Event>> types = told.getOrDefault(address, List.of());
    if (types.isEmpty()) {
      throw new IllegalStateException("nothing is told on " + address);
    }
    Class<?> family = types.getFirst().getInterfaces()[0];
    channel.put("description", sources.type(family.getName()).orElseThrow().words().text());
    ObjectNode here = channel.putObject("messages");
    types.forEach(
        type ->
            here.set(
                type.getSimpleName(), Json.ref("#/components/messages/" + type.getSimpleName())));
    if (address.contains(CODE)) {
      ObjectNode code = channel.putObject("parameters").putObject("code");
      code.put(
          "description", "The agency's code: lower-case letters, digits and hyphens, 40 at most.");
      code.putArray("examples").add("hiatus-house");
    }
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", address);
    kafka.put("partitions", topic.partitions());
    ObjectNode config = kafka.putObject("topicConfiguration");
    config.putArray("cleanup.policy").add(topic.config().getOrDefault("cleanup.policy", "delete"));
    for (String limit : List.of("retention.ms", "retention.bytes")) {
      config.put(limit, Long.parseLong(topic.config().getOrDefault(limit, "-1")));
    }
    kafka.put("bindingVersion", "0.5.0");
  }

  private void operation(Grant grant) {
    boolean writes = grant.operation() == Access.Operation.WRITE;
    String address = address(grant.name());
    String principal = address(grant.principal());
    String key = key(address);
    ObjectNode operation =
        operations.putObject(key(principal) + (writes ? "Sends" : "Receives") + upper(key));
    operation.put("action", writes ? "send" : "receive");
    operation.put("title", principal + (writes ? " writes " : " reads ") + address);
    operation.set("channel", Json.ref("#/channels/" + key));
    operation.set("security", Json.array(Json.ref("#/components/securitySchemes/scram")));
    operation.put("x-principal", principal);
    if (!writes) {
      ObjectNode kafka = operation.putObject("bindings").putObject("kafka");
      kafka
          .putObject("groupId")
          .put("type", "string")
          .put("pattern", "^" + principal.replace(CODE, "[a-z0-9-]+"))
          .put("description", "Group ids begin with the principal's name.");
      kafka.put("bindingVersion", "0.5.0");
    }
  }

  private static String address(String name) {
    return name.replace(AGENCY, CODE);
  }

  /** {@code incident.events.v1} as {@code incidentEventsV1}. */
  private static String key(String address) {
    StringBuilder key = new StringBuilder();
    ArrayNode words = Json.array(List.of(address.replaceAll("[{}]", "").split("[.-]")));
    words.forEach(word -> key.append(upper(word.asText())));
    return key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1);
  }

  private static String upper(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
