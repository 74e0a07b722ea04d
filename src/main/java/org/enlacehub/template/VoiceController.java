package org.enlacehub.template;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.web.ProblemException;

/** Hands recordings to the carrier, which fetches them without signing in; they hold nothing about a person. */
@Controller("/voz")
@Secured(SecurityRule.IS_ANONYMOUS)
class VoiceController {
  private final Templates templates;
  private final ConfigFolders folders;

  VoiceController(Templates templates, ConfigFolders folders) {
    this.templates = templates;
    this.folders = folders;
  }

  /** The recording of a template in a language, in exactly the version that {@code sum} names; 404 for any other. */
  @Get(value = "/{name}/{language}/{sum}", produces = MediaType.ALL)
  HttpResponse<SystemFile> recording(String name, String language, String sum) {
    var voice = templates.find(name).flatMap(t -> t.voice(language)).filter(v -> v.sha256().equals(sum))
        .orElseThrow(() -> ProblemException.notFound("recording"));
    var file = folders.templates().resolve(name).resolve(voice.file()).toFile();
    return HttpResponse.ok(new SystemFile(file, MediaType.of(voice.mediaType())))
        .header("Cache-Control", "public, max-age=31536000, immutable");
  }
}
