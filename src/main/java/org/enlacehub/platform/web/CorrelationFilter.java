package org.enlacehub.platform.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Gives every request a correlation id, taken from the caller when it is a plain word, and answers with it. */
@ServerFilter("/**")
class CorrelationFilter implements Ordered {
  private static final int RADIX = 32;

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    var given = request.getHeaders().get(Correlation.HEADER);
    var id = given != null && given.matches("[A-Za-z0-9._-]{4,64}") ? given
        : Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), RADIX);
    request.setAttribute(Correlation.ATTRIBUTE, id);
    context.add(new MdcPropagationContext(Map.of(Correlation.MDC_KEY, id)));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Correlation.of(request).ifPresent(id -> response.header(Correlation.HEADER, id));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
