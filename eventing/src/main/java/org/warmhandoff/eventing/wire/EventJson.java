package org.warmhandoff.eventing.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;

/**
 * The JSON body of events: components by name in their order, instants in ISO 8601, absent where
 * null. A component this release does not know is ignored.
 */
public final class EventJson {

  private static final JsonMapper MAPPER = mapper();
  private static final Map<Class<? extends Event>, ObjectReader> READERS =
      EventTypes.all().stream()
          .collect(Collectors.toUnmodifiableMap(type -> type, MAPPER::readerFor));
  private static final ObjectWriter WRITER = MAPPER.writer();

  private EventJson() {}

  /** The body, UTF-8. */
  public static byte[] write(Event event) {
    try {
      return WRITER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(event.getClass().getSimpleName() + " has no JSON form", e);
    }
  }

  /**
   * The event in a body.
   *
   * @throws IOException where it is no JSON, or a component that must be there is missing or wrong
   */
  public static <E extends Event> E read(Class<E> type, byte[] body) throws IOException {
    ObjectReader reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalArgumentException(type + " is no event");
    }
    Object event = reader.readValue(body);
    if (event == null) {
      throw new EOFException("no event in the body");
    }
    return type.cast(event);
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    mapper.setAnnotationIntrospector(
        AnnotationIntrospector.pair(
            new RequiredComponents(),
            mapper.getDeserializationConfig().getAnnotationIntrospector()));
    return mapper;
  }
}
