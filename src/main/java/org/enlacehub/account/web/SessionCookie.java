package org.enlacehub.account.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.enlacehub.platform.settings.Settings;

/** The cookie of a session. Over TLS it carries the {@code __Host-} prefix, by which browsers bind it to this host and to TLS. */
@Singleton
public class SessionCookie {
  private final boolean secure;
  private final String name;

  SessionCookie(Settings settings) {
    secure = settings.secure();
    name = secure ? "__Host-enlace" : "enlace";
  }

  /** The value that the browser sent. */
  public Optional<String> read(HttpRequest<?> request) {
    return request.getCookies().findCookie(name).map(Cookie::getValue).filter(value -> !value.isBlank());
  }

  public <T> MutableHttpResponse<T> set(MutableHttpResponse<T> response, String value) {
    return response.cookie(cookie(value));
  }

  public <T> MutableHttpResponse<T> clear(MutableHttpResponse<T> response) {
    return response.cookie(cookie("").maxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.of(name, value).path("/").httpOnly(true).secure(secure).sameSite(SameSite.Lax);
  }
}
