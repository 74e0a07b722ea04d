package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.sandbox.mail.CaughtMails;
import org.enlacehub.sandbox.mail.ReadMail;
import org.enlacehub.sandbox.twilio.MediaShelf;
import org.reactivestreams.Publisher;

/** The phone page, its fragments and what it sends. */
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/sandbox/phone")
final class PhonePages {
  private static final String LANGUAGE = "sandbox-language";
  private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
      + " media-src 'self' blob:; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  /** A mail's HTML may show itself and nothing else: no scripts, no remote pictures. */
  private static final String MAIL_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

  private final PhoneDesk desk;
  private final Outgoing outgoing;
  private final PhoneEvents events;
  private final MediaShelf shelf;
  private final CaughtMails mails;

  PhonePages(PhoneDesk desk, Outgoing outgoing, PhoneEvents events, MediaShelf shelf, CaughtMails mails) {
    this.desk = desk;
    this.outgoing = outgoing;
    this.events = events;
    this.shelf = shelf;
    this.mails = mails;
  }

  @Get("{?who,tab,lang}")
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<ModelAndView<PhoneModel>> page(@Nullable @QueryValue String who, @Nullable @QueryValue String tab,
      @Nullable @QueryValue String lang, @Nullable @CookieValue(LANGUAGE) String remembered) {
    var language = lang != null ? lang : remembered;
    var response = HttpResponse.ok().header("Content-Security-Policy", PAGE_POLICY).body(new ModelAndView<>("sandbox/phone", new PhoneModel(desk.knowing(desk.view(who, tab, language, null)))));
    return lang == null ? response : response.cookie(Cookie.of(LANGUAGE, lang.equals("en") ? "en" : "es").path("/sandbox")
        .maxAge(Duration.ofDays(365)).httpOnly(true).sameSite(SameSite.Lax));
  }

  @Get("/thread{?who,tab,lang}")
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/thread")
  PhoneModel thread(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang) {
    return new PhoneModel(desk.view(who, tab, lang, null));
  }

  @Get("/people{?who,tab,lang}")
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/people")
  PhoneModel people(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang) {
    return new PhoneModel(desk.view(who, tab, lang, null));
  }

  @Get("/traces{?who,tab,lang}")
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/traces")
  PhoneModel traces(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang) {
    return new PhoneModel(desk.view(who, tab, lang, null));
  }

  @Get("/hub{?who,tab,lang}")
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/hub")
  PhoneModel hub(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang) {
    return new PhoneModel(desk.knowing(desk.view(who, tab, lang, null)));
  }

  @Get(value = "/events{?who}", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(@Nullable @QueryValue String who) {
    var addresses = desk.migrant(who).map(migrant -> Stream.of(migrant.number(), migrant.mail())
        .filter(address -> !address.isEmpty()).toList()).orElse(List.of());
    return events.of(addresses);
  }

  /** A text, alone or with a picture or sound; answers with the composer, emptied or with what was wrong. */
  @Post("/send{?who,tab,lang}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/composer")
  PhoneModel send(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang,
      @Nullable @Part("text") String text, @Nullable @Part("subject") String subject, @Nullable @Part("answer") String answer,
      @Nullable @Part("sample") String sample, @Nullable @Part("file") CompletedFileUpload file) throws IOException {
    var migrant = desk.migrant(who).orElse(null);
    var app = Tab.of(tab, Tab.SMS);
    if (migrant == null) {
      return new PhoneModel(desk.view(who, tab, lang, "sandbox.problem.who"));
    }
    var upload = sample != null ? new Outgoing.Upload("audio/wav", SampleVoice.wav()) : upload(file);
    var problem = app == Tab.MAIL ? outgoing.mail(migrant, subject, text, answer != null)
        : outgoing.text(migrant, app, text, upload);
    return new PhoneModel(desk.view(who, tab, lang, problem.orElse(null)).withDraft(text));
  }

  /** A location pin. */
  @Post("/pin{?who,tab,lang}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  @View("sandbox/composer")
  PhoneModel pin(@Nullable @QueryValue String who, @Nullable @QueryValue String tab, @Nullable @QueryValue String lang,
      @Nullable String latitude, @Nullable String longitude) {
    var migrant = desk.migrant(who).orElse(null);
    Optional<String> problem = migrant == null ? Optional.of("sandbox.problem.who")
        : outgoing.pin(migrant, degrees(latitude), degrees(longitude));
    return new PhoneModel(desk.view(who, tab, lang, problem.orElse(null)));
  }

  @Get("/media/{sid}")
  HttpResponse<byte[]> media(String sid) {
    return shelf.find(sid).map(item -> HttpResponse.ok(item.content()).contentType(MediaType.of(item.type()))
        .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", MAIL_POLICY))
        .orElseGet(HttpResponse::notFound);
  }

  @Get("/mail/{number}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> mail(long number) {
    return mails.find(number).map(ReadMail::of).map(ReadMail::html)
        .map(html -> HttpResponse.ok(html).header("Content-Security-Policy", MAIL_POLICY)).orElseGet(HttpResponse::notFound);
  }

  private static double degrees(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static @Nullable Outgoing.Upload upload(@Nullable CompletedFileUpload file) throws IOException {
    if (file == null || file.getFilename() == null || file.getFilename().isEmpty()) {
      return null;
    }
    var type = file.getContentType().map(t -> t.getType() + "/" + t.getSubtype()).orElse("application/octet-stream");
    return new Outgoing.Upload(type, file.getBytes());
  }
}
