package org.warmhandoff.console.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What Jackson and the framework complain of, as problems; for doors that read rows themselves. */
public final class Problems {

  private Problems() {}

  /** Unreadable text is 400; readable JSON with a wrong value is 422 at its JSON pointer. */
  public static Problem of(JsonProcessingException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return Problem.unreadable("unreadable", "The body is not JSON.");
    }
    if (mapping.getPath().isEmpty() && mapping.getCause() instanceof JsonProcessingException) {
      return Problem.unreadable("unreadable", "The body is not JSON.");
    }
    if (mapping.getCause() instanceof com.fasterxml.jackson.core.exc.StreamReadException) {
      return Problem.unreadable("unreadable", "The body is not JSON.").at(pointer(mapping));
    }
    return Problem.wrong("invalid", "A value is not of the kind this field takes.")
        .at(pointer(mapping))
        .expected(expected(mapping));
  }

  /** The words for a status. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> Problem.unreadable("unreadable", "The request could not be read.");
      case 401 -> Problem.of(401, "not-signed-in", "A valid token or key is needed.");
      case 403 -> Problem.forbidden("not-allowed", "This account may not do that.");
      case 404 -> Problem.notFound("not-found", "There is nothing at this address.");
      case 405 -> Problem.of(405, "method", "This address does not take that method.");
      case 406 -> Problem.of(406, "not-acceptable", "The answer has no such format.");
      case 413 -> Problem.tooLarge("too-large", "The body is larger than this address takes.");
      case 415 -> Problem.of(415, "media-type", "This address does not read that media type.");
      default -> Problem.of(status, "refused", "The request was refused.");
    };
  }

  private static String expected(JsonMappingException mapping) {
    if (mapping instanceof InvalidFormatException format) {
      Class<?> target = format.getTargetType();
      if (target != null && target.isEnum()) {
        return "one of "
            + Arrays.stream(target.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
      }
      return target == null ? "another kind of value" : target.getSimpleName();
    }
    return "another kind of value";
  }

  private static String pointer(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining("/", "/", ""));
  }
}
