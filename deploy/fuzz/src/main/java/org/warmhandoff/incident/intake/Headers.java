package org.warmhandoff.incident.intake;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a request that never was one; each stands once, in whatever case. */
record Headers(Map<String, String> all) implements HttpHeaders {

  @Override
  public @Nullable String getHeaderString(String name) {
    return all.get(name);
  }

  @Override
  public List<String> getRequestHeader(String name) {
    String value = all.get(name);
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public MultivaluedMap<String, String> getRequestHeaders() {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    all.forEach(headers::add);
    return headers;
  }

  @Override
  public List<MediaType> getAcceptableMediaTypes() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public List<Locale> getAcceptableLanguages() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public MediaType getMediaType() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public Locale getLanguage() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public Map<String, Cookie> getCookies() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public Date getDate() {
    throw new UnsupportedOperationException("no reader asks for it");
  }

  @Override
  public int getLength() {
    throw new UnsupportedOperationException("no reader asks for it");
  }
}
