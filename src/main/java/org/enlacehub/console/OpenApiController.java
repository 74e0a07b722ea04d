package org.enlacehub.console;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.enlacehub.platform.web.ProblemException;

/** The API's description, made by the build from the controllers. It says what can be asked, never what is there. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class OpenApiController {
  private static final String FILE = "classpath:META-INF/swagger/enlace-1.0.0.yml";
  private static final MediaType YAML = MediaType.of("application/yaml");
  private final ResourceLoader resources;

  OpenApiController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/openapi.yml")
  @Produces({"application/yaml", MediaType.ALL})
  HttpResponse<StreamedFile> openapi() {
    return resources.getResourceAsStream(FILE).map(in -> HttpResponse.ok(new StreamedFile(in, YAML)))
        .orElseThrow(() -> ProblemException.notFound("description"));
  }
}
