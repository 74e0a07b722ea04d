package org.enlacehub.inquiry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.Attachments;
import org.enlacehub.inquiry.FileType;
import org.enlacehub.platform.web.ProblemException;

/**
 * What people sent, for those who may see the inquiry. Strangers made these files: a browser is told what they are by their bytes, may
 * not guess, runs nothing in them, and shows only pictures and sound by itself.
 */
@Controller("/bandeja/adjuntos")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
@Produces(MediaType.ALL)
class AttachmentPages {
  static final String PATH = "/bandeja/adjuntos/";
  private static final String NOTHING_RUNS = "default-src 'none'; sandbox";
  private final Attachments attachments;

  AttachmentPages(Attachments attachments) {
    this.attachments = attachments;
  }

  @Get("/{id}")
  MutableHttpResponse<byte[]> content(Authentication authentication, long id) {
    var opened = attachments.open(id, Actor.of(authentication))
        .orElseThrow(() -> ProblemException.notFound("attachment " + id));
    var type = opened.attachment().type();
    var how = type.shown() == FileType.Shown.DOWNLOAD ? "attachment" : "inline";
    return HttpResponse.ok(opened.content()).contentType(MediaType.of(type.mime()))
        .header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"" + id + extension(type) + "\"")
        .header("Content-Security-Policy", NOTHING_RUNS).header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin").header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** The sender's own name for a file may hold anything; ours says what it is. */
  private static String extension(FileType type) {
    return switch (type.mime()) {
      case "image/jpeg" -> ".jpg";
      case "audio/mpeg" -> ".mp3";
      case "text/vcard" -> ".vcf";
      case "application/octet-stream" -> ".bin";
      default -> "." + type.mime().substring(type.mime().indexOf('/') + 1);
    };
  }
}
