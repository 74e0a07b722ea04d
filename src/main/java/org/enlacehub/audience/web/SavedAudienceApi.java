package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.AskedLanguage;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.audience.SavedAudience;
import org.enlacehub.audience.SavedAudiences;
import org.enlacehub.audience.SavedAudiences.Change;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/**
 * Audiences that are kept under a name, for programs. Everybody reads those of the whole network and of their own desk; an officer's
 * token changes those of its own desk only, and what it makes belongs to that desk.
 */
@Controller("/api/v1/audiences")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class SavedAudienceApi {
  private final SavedAudiences saved;
  private final Audiences audiences;
  private final AskedLanguage languages;

  SavedAudienceApi(SavedAudiences saved, Audiences audiences, AskedLanguage languages) {
    this.saved = saved;
    this.audiences = audiences;
    this.languages = languages;
  }

  /** What is to be kept; {@code version} is the one that was read, asked for where something is replaced. */
  @Serdeable
  record AudienceRequest(@Nullable String title, @Nullable String query, @Nullable Integer version) {}

  /** {@code name} is what queries call it: {@code audience = name}. {@code desk} is null for one of the whole network. */
  @Serdeable
  record AudienceView(String name, String title, String query, @Nullable String desk, int version, Instant changed) {
    static AudienceView of(SavedAudience a) {
      return new AudienceView(a.slug(), a.title(), a.query(), a.desk(), a.version(), a.changedAt());
    }
  }

  /** All that may be seen, by title. */
  @Get
  Page<AudienceView> list(Authentication authentication) {
    return new Page<>(saved.visible(Actor.of(authentication).scope()).stream().map(AudienceView::of).toList(), null);
  }

  @Get("/{name}")
  AudienceView show(String name, Authentication authentication) {
    return saved.find(name, Actor.of(authentication).scope()).map(AudienceView::of).orElseThrow(() -> ProblemException.notFound("audience"));
  }

  /** Keeps a query; its name is made of the title. */
  @Post
  HttpResponse<AudienceView> create(@Body AudienceRequest body, Authentication authentication, HttpRequest<?> request) {
    var actor = NamedThings.creator(authentication);
    var title = NamedThings.title(body.title());
    var made = saved.create(title, readable(body, authentication, request), actor);
    return HttpResponse.created(AudienceView.of(made), URI.create("/api/v1/audiences/" + made.slug()));
  }

  /** Replaces title and query. 409 when somebody changed it since {@code version}; nothing is written then. */
  @Put("/{name}")
  AudienceView replace(String name, @Body AudienceRequest body, Authentication authentication, HttpRequest<?> request) {
    if (body.version() == null) throw ProblemException.invalid("/version", "missing", "Give the version that you read.");
    var title = NamedThings.title(body.title());
    var query = readable(body, authentication, request);
    return switch (saved.change(name, body.version(), title, query, Actor.of(authentication))) {
      case Change.Saved(var now) -> AudienceView.of(now);
      case Change.Conflict(var now) -> throw new ProblemException(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody saved version "
          + now.version() + " since you read version " + body.version() + ". Read it again and repeat your change.",
          List.of(new Problem.Error("/version", "changed-meanwhile", "The current version is " + now.version() + ".")));
      case Change.Missing() -> throw ProblemException.notFound("audience");
    };
  }

  /** Forgets it; campaigns that name it stop with an error. */
  @Delete("/{name}")
  HttpResponse<Void> delete(String name, Authentication authentication) {
    if (!saved.delete(name, Actor.of(authentication))) throw ProblemException.notFound("audience");
    return HttpResponse.noContent();
  }

  private String readable(AudienceRequest body, Authentication authentication, HttpRequest<?> request) {
    var query = body.query() == null ? "" : body.query();
    try {
      audiences.compile(query);
      return query;
    } catch (QueryError e) {
      throw QueryProblems.of(e, languages.texts(request, authentication));
    }
  }
}
