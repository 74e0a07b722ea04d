package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.AskedLanguage;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.settings.ScratchFiles;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Imports of contact files, for programs. For communication officers and administrators. */
@Controller("/api/v1/contacts/imports")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
class ImportController {
  private static final int MOST = 100;

  private final Imports imports;
  private final ImportRequests requests;
  private final AskedLanguage languages;
  private final ScratchFiles scratch;

  ImportController(Imports imports, ImportRequests requests, AskedLanguage languages, ScratchFiles scratch) {
    this.imports = imports;
    this.requests = requests;
    this.languages = languages;
    this.scratch = scratch;
  }

  @Serdeable
  record Accepted(String id) {}

  /**
   * Takes a file and imports it in the background. 202 with the id; 400 for a parameter that cannot be; 413 for a file beyond the limit;
   * 422 for one that is no contact file, or whose headings say nothing about how to reach people.
   *
   * @param file CSV, TSV or XLSX
   * @param mode add, update or upsert (default)
   * @param mapping JSON object: heading of the file to field, or to {@code ignore}
   */
  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<Accepted> create(@Nullable @Part("file") CompletedFileUpload file, @Nullable @Part("mode") String mode,
      @Nullable @Part("dryRun") String dryRun, @Nullable @Part("defaultRegion") String defaultRegion,
      @Nullable @Part("mapping") String mapping, Authentication authentication, HttpRequest<?> request) throws IOException {
    if (file == null) {
      throw ProblemException.invalid("/file", "missing", "Send the file as the part 'file' of a multipart form.");
    }
    try (var upload = Upload.of(file, scratch)) {
      var wanted = requests.read(mode, dryRun, defaultRegion, mapping);
      long id = imports.submit(upload.source(), file.getFilename(), wanted, Actor.of(authentication));
      return HttpResponse.<Accepted>accepted(URI.create("/api/v1/contacts/imports/" + id)).body(new Accepted(Long.toString(id)));
    } catch (UnreadableFile e) {
      throw refused(e, languages.texts(request, authentication));
    }
  }

  private static ProblemException refused(UnreadableFile e, Texts texts) {
    var detail = texts.get(e.messageKey(), e.args().toArray());
    var status = e.code().equals("too_large") ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
    return new ProblemException(status, "unreadable-file", detail, List.of(
        new Problem.Error(e.code().equals("unknown_mapping") ? "/mapping" : "/file", e.code(), detail)));
  }

  /** The imports, newest first. */
  @Get
  Page<ImportJson> list(@QueryValue(defaultValue = "20") int limit, @Nullable @QueryValue String cursor, Authentication authentication,
      HttpRequest<?> request) {
    int most = Math.clamp(limit, 1, MOST);
    var after = Cursor.decode(cursor, 2);
    var rows = imports.page(after.map(c -> Instant.parse(c.text(0))).orElse(null), after.map(c -> c.number(1)).orElse(0L), most + 1);
    var texts = languages.texts(request, authentication);
    return Page.of(rows, most, view -> ImportJson.of(view, texts), view -> Cursor.of(view.created(), view.id()));
  }

  /** How far an import is. */
  @Get("/{id}")
  ImportJson show(long id, Authentication authentication, HttpRequest<?> request) {
    return ImportJson.of(find(id), languages.texts(request, authentication));
  }

  /** Stops an import; what it stored before stays. 409 when it is over. */
  @Post("/{id}/cancel")
  ImportJson cancel(long id, Authentication authentication, HttpRequest<?> request) {
    find(id);
    if (!imports.cancel(id, Actor.of(authentication))) {
      throw new ProblemException(HttpStatus.CONFLICT, "import-over", "The import is over; nothing was stopped.");
    }
    return show(id, authentication, request);
  }

  /**
   * The rejected rows with reason and remedy, as CSV.
   *
   * @param warnings also what was left out of rows that were kept
   * @param excel with the mark that Excel needs to see that the text is UTF-8
   */
  @Get(value = "/{id}/errors.csv", produces = "text/csv; charset=utf-8")
  HttpResponse<StreamedFile> errors(long id, @QueryValue(defaultValue = "false") boolean warnings,
      @QueryValue(defaultValue = "false") boolean excel, Authentication authentication, HttpRequest<?> request) throws IOException {
    find(id);
    var stream = new ProblemStream(imports.problems(id, warnings), languages.texts(request, authentication), excel);
    return HttpResponse.ok(new StreamedFile(stream, new MediaType("text/csv; charset=utf-8")))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + id + ".csv\"");
  }

  private ImportView find(long id) {
    return imports.find(id).orElseThrow(() -> ProblemException.notFound("import"));
  }
}
