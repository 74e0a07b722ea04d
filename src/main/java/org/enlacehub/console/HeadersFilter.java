package org.enlacehub.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.enlacehub.platform.settings.Settings;

/** What browsers are told about our answers: no script or style but our own files, no frame around us, nothing kept of a person's pages. */
@ServerFilter("/**")
class HeadersFilter implements Ordered {
  static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
      + " media-src 'self' blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private final boolean secure;

  HeadersFilter(Settings settings) {
    secure = settings.secure();
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var headers = response.getHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    if (secure) headers.set("Strict-Transport-Security", "max-age=31536000");
    if (isForGood(request)) {
      headers.set(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
      return;
    }
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    var type = response.getContentType().map(MediaType::getName).orElse("");
    if (type.equals(MediaType.TEXT_HTML) && !headers.contains("Content-Security-Policy")) {
      headers.set("Content-Security-Policy", POLICY);
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }
  }

  /** A library's address names its version; ours names a sum over the files. */
  private static boolean isForGood(HttpRequest<?> request) {
    return request.getPath().startsWith("/webjars/") || request.getPath().startsWith("/static/") && request.getParameters().contains("v");
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }
}
