package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.settings.ScratchFiles;
import org.enlacehub.platform.web.ProblemException;

/** The pages on which a person brings a contact file in: file, columns, trial, result. */
@Controller("/contactos/importar")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class ImportPages {
  private static final int RECENT = 10;

  private final Imports imports;
  private final ImportColumns columns;
  private final Languages languages;
  private final ScratchFiles scratch;

  ImportPages(Imports imports, ImportColumns columns, Languages languages, ScratchFiles scratch) {
    this.imports = imports;
    this.columns = columns;
    this.languages = languages;
    this.scratch = scratch;
  }

  @Get
  @View("contact/import")
  ImportStartPage start() {
    return new ImportStartPage(null, imports.page(null, 0, RECENT));
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> upload(@Nullable @Part("file") CompletedFileUpload file, Authentication authentication) throws IOException {
    var t = texts(authentication);
    if (file == null) {
      return refused(t.get("imports.page.noFile"));
    }
    try (var upload = Upload.of(file, scratch)) {
      if (file.getFilename() == null || file.getFilename().isBlank()) {
        return refused(t.get("imports.page.noFile"));
      }
      long id = imports.keep(upload.source(), file.getFilename(), Actor.of(authentication));
      return HttpResponse.seeOther(URI.create("/contactos/importar/archivo/" + id));
    } catch (UnreadableFile e) {
      return refused(t.get(e.messageKey(), e.args().toArray()));
    }
  }

  private HttpResponse<?> refused(String why) {
    return HttpResponse.unprocessableEntity()
        .body(new ModelAndView<>("contact/import", new ImportStartPage(why, imports.page(null, 0, RECENT))));
  }

  @Get("/archivo/{file}")
  @View("contact/importColumns")
  ImportColumnsPage look(long file, @Nullable @QueryValue String region, Authentication authentication) throws IOException {
    return columns.page(file, Map.of("region", region == null ? "" : region), texts(authentication));
  }

  /** Shows the rows anew, tries the file out, or imports it, by which button was pressed. */
  @Post("/archivo/{file}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> columns(long file, @Body Map<String, String> form, Authentication authentication) throws IOException {
    var t = texts(authentication);
    var act = form.getOrDefault("act", "look");
    var page = columns.page(file, form, t);
    if (act.equals("look") || page.problem() != null) {
      return HttpResponse.ok(new ModelAndView<>("contact/importColumns", page));
    }
    try {
      long id = imports.begin(file, columns.request(file, form, act.equals("try")), Actor.of(authentication));
      return HttpResponse.seeOther(URI.create("/contactos/importar/" + id));
    } catch (UnreadableFile e) {
      return refused(t.get(e.messageKey(), e.args().toArray()));
    }
  }

  @Get("/{id}")
  @View("contact/importRun")
  ImportRunPage show(long id, Authentication authentication) {
    return ImportRunPage.of(find(id), imports, texts(authentication));
  }

  /** The part of the page that changes while the import runs. */
  @Get("/{id}/avance")
  @View("contact/importProgress")
  ImportRunPage progress(long id, Authentication authentication) {
    return show(id, authentication);
  }

  @Post("/{id}/cancelar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> cancel(long id, Authentication authentication) {
    find(id);
    imports.cancel(id, Actor.of(authentication));
    return HttpResponse.seeOther(URI.create("/contactos/importar/" + id));
  }

  /** Imports for good what was tried out. */
  @Post("/{id}/ejecutar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> repeat(long id, Authentication authentication) throws IOException {
    try {
      long next = imports.repeat(id, Actor.of(authentication)).orElseThrow(() -> ProblemException.notFound("import"));
      return HttpResponse.seeOther(URI.create("/contactos/importar/" + next));
    } catch (UnreadableFile e) {
      return refused(texts(authentication).get(e.messageKey(), e.args().toArray()));
    }
  }

  @Get("/{id}/errores.csv")
  @Produces("text/csv; charset=utf-8")
  HttpResponse<StreamedFile> errors(long id, @QueryValue(defaultValue = "false") boolean warnings, Authentication authentication)
      throws IOException {
    find(id);
    var stream = new ProblemStream(imports.problems(id, warnings), texts(authentication), true);
    return HttpResponse.ok(new StreamedFile(stream, new MediaType("text/csv; charset=utf-8")))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errores-" + id + ".csv\"");
  }

  private ImportView find(long id) {
    return imports.find(id).orElseThrow(() -> ProblemException.notFound("import"));
  }

  private Texts texts(Authentication reader) {
    return languages.texts(String.valueOf(reader.getAttributes().get(Actor.LANGUAGE)));
  }
}
