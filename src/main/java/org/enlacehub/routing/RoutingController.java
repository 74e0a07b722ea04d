package org.enlacehub.routing;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.enlacehub.platform.web.ProblemException;

/** Shows how routing would decide; stores nothing. For everybody who is signed in. */
@Controller("/api/v1/routing")
@Secured(SecurityRule.IS_AUTHENTICATED)
class RoutingController {
  private final Routing routing;

  RoutingController(Routing routing) {
    this.routing = routing;
  }

  /**
   * Where somebody with this evidence is, who serves them, and why.
   * 400 for figures that are no point, or texts beyond the limits.
   */
  @Post("/explain")
  RoutingDecision explain(@Body ExplainRequest request) {
    var errors = request.errors();
    if (!errors.isEmpty()) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "The request has errors.", errors);
    }
    return routing.explain(request.evidence());
  }
}
