package org.enlacehub.console;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.time.Clock;
import java.time.Instant;

/** Every part of the design system on one page, for those who build pages and for the tests that look at it; sandbox only. */
@Controller("/sandbox/estilo")
@Requires(property = "enlace.sandbox", value = "true")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
class GalleryPages {
  private final Clock clock;

  GalleryPages(Clock clock) {
    this.clock = clock;
  }

  /** The page's model: the moment from which its sample times are counted. */
  @io.micronaut.core.annotation.Introspected
  record Gallery(Instant now) {}

  @Get
  @View("console/gallery")
  Gallery show() {
    return new Gallery(clock.instant());
  }
}
