package org.enlacehub.console.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;

/** How the API is described: to programs, and to those who write them. It says what can be asked, never what is there. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class ApiDescriptionPages {
  private final ApiDescription description;

  ApiDescriptionPages(ApiDescription description) {
    this.description = description;
  }

  @Get("/openapi.yml")
  @Produces({"application/yaml", MediaType.ALL})
  HttpResponse<String> openapi() {
    return HttpResponse.ok(description.text()).contentType("application/yaml;charset=utf-8");
  }

  @Get("/api/docs")
  @View("console/apiDocs")
  @Produces(MediaType.TEXT_HTML)
  ApiDocsPage docs() {
    return new ApiDocsPage(description.resources());
  }
}
