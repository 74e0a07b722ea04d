package org.enlacehub.platform.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** How an error looks to a person in a browser; the console provides it. */
public interface ErrorPages {

  /** The page as HTML; empty when this request is not a person's. */
  Optional<String> render(HttpRequest<?> request, Problem problem);
}
