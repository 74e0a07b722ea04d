package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.AskedLanguage;
import org.enlacehub.audience.AudienceCount;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;

/** Audiences for programs. An officer's token counts the people of its own consulate only. */
@Controller("/api/v1/audiences")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class AudienceApi {
  private final Audiences audiences;
  private final AskedLanguage languages;

  AudienceApi(Audiences audiences, AskedLanguage languages) {
    this.audiences = audiences;
    this.languages = languages;
  }

  @Serdeable
  record CountRequest(@Nullable String query) {}

  /** {@code byLanguage} has the code {@code und} for people whose language is not known. */
  @Serdeable
  record CountView(long count, Map<String, Long> byChannel, Map<String, Long> byLanguage) {
    static CountView of(AudienceCount count) {
      var channels = new LinkedHashMap<String, Long>();
      count.byChannel().forEach((channel, people) -> channels.put(channel.code(), people));
      var languages = new LinkedHashMap<String, Long>();
      count.byLanguage().forEach((language, people) -> languages.put(language.isEmpty() ? "und" : language, people));
      return new CountView(count.count(), channels, languages);
    }
  }

  /** How many people a query means; stores nothing. 400 that names the character for a query that cannot be read. */
  @Post("/count")
  CountView count(@Body CountRequest request, Authentication authentication, HttpRequest<?> http) {
    try {
      return CountView.of(audiences.count(request.query() == null ? "" : request.query(), Actor.of(authentication).scope()));
    } catch (QueryError e) {
      throw QueryProblems.of(e, languages.texts(http, authentication));
    }
  }
}
