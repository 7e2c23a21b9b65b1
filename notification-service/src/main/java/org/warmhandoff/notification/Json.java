package org.warmhandoff.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Verdict;

/**
 * Records kept whole in a jsonb column. A mapper of its own: what is stored must not change because
 * somebody tunes the one that answers HTTP.
 *
 * <p>All of them are immutable, and say so: otherwise each is written as JSON again before every
 * statement of its transaction, to find out whether it has changed.
 */
abstract class Json<T> implements AttributeConverter<@Nullable T, @Nullable String> {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Finding out how to write a type costs about as much as to write it. */
  private static final Map<Type, ObjectWriter> WRITERS = new ConcurrentHashMap<>();

  private final TypeReference<T> type;

  Json(TypeReference<T> type) {
    this.type = type;
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable T value) {
    return value == null ? null : write(value, type);
  }

  @Override
  public @Nullable T convertToEntityAttribute(@Nullable String stored) {
    return stored == null ? null : read(stored, type);
  }

  static <T> String write(T value, TypeReference<T> type) {
    try {
      return WRITERS
          .computeIfAbsent(type.getType(), same -> MAPPER.writerFor(type))
          .writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("cannot store " + type.getType(), broken);
    }
  }

  static <T> T read(String stored, TypeReference<T> type) {
    try {
      return MAPPER.readValue(stored, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("cannot read back " + type.getType(), broken);
    }
  }

  @Immutable
  static final class OfState extends Json<AssignmentState> {
    OfState() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfLadder extends Json<List<Assignment.Rung>> {
    OfLadder() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfIds extends Json<List<UUID>> {
    OfIds() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfTurns extends Json<Turns> {
    OfTurns() {
      super(new TypeReference<>() {});
    }
  }

  static final class OfInstants extends Json<Map<UUID, Instant>> {
    OfInstants() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfCodes extends Json<Listed<String>> {
    OfCodes() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfView extends Json<IncidentView> {
    OfView() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfKin extends Json<Kin> {
    OfKin() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfVerdicts extends Json<Listed<Verdict>> {
    OfVerdicts() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfProgram extends Json<ProgramSpec> {
    OfProgram() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfWindow extends Json<WindowSpec> {
    OfWindow() {
      super(new TypeReference<>() {});
    }
  }

  @Immutable
  static final class OfChannels extends Json<Listed<Channel>> {
    OfChannels() {
      super(new TypeReference<>() {});
    }
  }
}
