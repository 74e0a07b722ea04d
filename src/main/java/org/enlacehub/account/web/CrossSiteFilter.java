package org.enlacehub.account.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.Set;
import org.enlacehub.platform.settings.Settings;
import org.enlacehub.platform.web.ProblemException;

/**
 * Refuses what another site makes a signed-in browser send (CSRF): browsers say by {@code Sec-Fetch-Site}, older ones by
 * {@code Origin}, where a request comes from, and no page can forge either. What comes from no browser says neither, and must prove
 * itself otherwise: webhooks by their signature, programs by their token, an unsubscribe link by the token in it.
 */
@ServerFilter("/**")
class CrossSiteFilter implements Ordered {
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private final String publicAuthority;

  CrossSiteFilter(Settings settings) {
    publicAuthority = settings.publicUrl().getAuthority();
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (SAFE.contains(request.getMethod()) || provesItself(request) || isOwn(request)) return;
    throw new ProblemException(HttpStatus.FORBIDDEN, "cross-site", "This request came from another site and was not carried out.");
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  private static boolean provesItself(HttpRequest<?> request) {
    var path = request.getPath();
    return path.startsWith("/webhooks/") || path.startsWith("/u/") || BearerFetcher.isBearer(request);
  }

  private boolean isOwn(HttpRequest<?> request) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) return OWN.contains(site);
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null || isUs(authority(origin), request.getHeaders().get(HttpHeaders.HOST));
  }

  private boolean isUs(@Nullable String authority, @Nullable String host) {
    return authority != null && (authority.equalsIgnoreCase(host) || authority.equalsIgnoreCase(publicAuthority));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
