package org.warmhandoff.console.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.Template;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every refusal, and every fault, into a problem: JSON at the API, a calm page elsewhere. */
@Singleton
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final Problem UNAVAILABLE =
      Problem.unavailable(
          "unavailable",
          "Nothing can be stored or read just now. Send the same again in a moment; twice counts once.",
          Duration.ofSeconds(2));

  private final Template page;

  ProblemMappers(@io.quarkus.qute.Location("console/problem") Template page) {
    this.page = page;
  }

  @ServerExceptionMapper
  Response problem(Problem problem, UriInfo uri, HttpHeaders headers) {
    return answer(ProblemBody.of(problem), problem, uri, headers);
  }

  /** Text that is no JSON at all. */
  @ServerExceptionMapper
  Response unreadable(StreamReadException unreadable, UriInfo uri, HttpHeaders headers) {
    return problem(Problem.unreadable("unreadable", "The body is not JSON."), uri, headers);
  }

  /** JSON, but a value of the wrong kind. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatch, UriInfo uri, HttpHeaders headers) {
    return problem(Problems.of(mismatch), uri, headers);
  }

  @ServerExceptionMapper
  Response mapping(JsonMappingException mapping, UriInfo uri, HttpHeaders headers) {
    return problem(Problems.of(mapping), uri, headers);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations, UriInfo uri, HttpHeaders headers) {
    String pointers =
        violations.getConstraintViolations().stream()
            .map(ProblemMappers::pointer)
            .sorted()
            .collect(Collectors.joining(" "));
    String expected =
        violations.getConstraintViolations().stream()
            .map(ConstraintViolation::getMessage)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    return problem(
        Problem.wrong("invalid", "A field is missing or not valid.")
            .at(pointers)
            .expected(expected),
        uri,
        headers);
  }

  /** What the framework itself refuses: no such path, wrong method, media type, unreadable body. */
  @ServerExceptionMapper
  Response framework(WebApplicationException refused, UriInfo uri, HttpHeaders headers) {
    for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException json) {
        return problem(Problems.of(json), uri, headers);
      }
    }
    int status = refused.getResponse().getStatus();
    if (status < 400) {
      return refused.getResponse();
    }
    if (status >= 500) {
      return fault(refused, uri, headers);
    }
    return problem(Problems.ofStatus(status), uri, headers);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden, UriInfo uri, HttpHeaders headers) {
    return problem(Problems.ofStatus(403), uri, headers);
  }

  @ServerExceptionMapper
  Response fault(Throwable fault, UriInfo uri, HttpHeaders headers) {
    if (Passing.is(fault)) {
      LOG.warnf("answered 503, the database is away or busy: %s", fault.getClass().getName());
      return problem(UNAVAILABLE, uri, headers);
    }
    String id = UUID.randomUUID().toString();
    LOG.errorf("fault %s: %s", id, Shape.of(fault));
    ProblemBody body = ProblemBody.ofFault(id);
    return answer(body, Problem.of(500, "fault", body.title()), uri, headers);
  }

  private static String pointer(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    int firstDot = path.indexOf('.', path.indexOf('.') + 1);
    String field = firstDot < 0 ? path : path.substring(firstDot + 1);
    return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
  }

  private Response answer(ProblemBody body, Problem problem, UriInfo uri, HttpHeaders headers) {
    Response.ResponseBuilder response = Response.status(body.status());
    if (problem.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, Math.max(1, problem.retryAfter().toSeconds()));
    }
    if (uri.getPath().startsWith("/api/")) {
      return response.type(ProblemBody.MEDIA_TYPE).entity(body).build();
    }
    Locale locale =
        headers.getAcceptableLanguages().stream()
            .filter(language -> language.getLanguage().equals("fr"))
            .findFirst()
            .orElse(Locale.ENGLISH);
    String html = page.data("problem", body).setLocale(Locale.of(locale.getLanguage())).render();
    return response.type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(html).build();
  }
}
