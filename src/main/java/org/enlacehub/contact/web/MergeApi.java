package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.contact.Duplicates;
import org.enlacehub.contact.MergeOutcome;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.Origin;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.ProblemException;

/** Contacts that may be one person, and their merging, for programs. An officer's token reaches its own consulate's people only. */
@Controller("/api/v1/contacts")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class MergeApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;
  private final Duplicates duplicates;
  private final Merges merges;

  MergeApi(Duplicates duplicates, Merges merges) {
    this.duplicates = duplicates;
    this.merges = merges;
  }

  /** The other contact of a merge, or of two people of one name. */
  @Serdeable
  record Other(@Nullable String other) {}

  /** A merge that was made or undone; {@code contact} is the one that stays. */
  @Serdeable
  record Merged(String mergeId, Map<String, Object> contact) {}

  /** Pairs that may be one person; {@code reason} is what agrees beside the name: {@code birth_year} or {@code place}. */
  @Get("/duplicates")
  Page<Map<String, Object>> list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor, Authentication authentication) {
    int size = limit == null ? LIMIT : limit;
    if (size < 1 || size > LIMIT_MAX) throw ProblemException.invalid("limit", "out-of-range", "Give 1 to " + LIMIT_MAX + ".");
    var after = Cursor.decode(cursor, 2);
    var found = duplicates.page(Actor.of(authentication).scope(), after.map(c -> c.number(0)).orElse(0L), after.map(c -> c.number(1)).orElse(0L),
        size + 1);
    return Page.of(found, size, pair -> Map.of("reason", pair.reason().name().toLowerCase(java.util.Locale.ROOT), "first",
        ContactJson.of(pair.first()), "second", ContactJson.of(pair.second())), pair -> Cursor.of(pair.first().id(), pair.second().id()));
  }

  /** Looks through everybody once more, in the background. */
  @Post("/duplicates/search")
  HttpResponse<Void> search() {
    duplicates.searchSoon();
    return HttpResponse.accepted();
  }

  /** Completes the contact from the other, which is answered with this one from then on. 409 when both are one already. */
  @Post("/{id}/merge")
  Merged merge(String id, @Body Other body, Authentication authentication) {
    return merged(merges.merge(number(id), other(body), Origin.staff(Actor.of(authentication), "api")));
  }

  /** Gives both contacts of a merge back what they had. */
  @Post("/merges/{id}/undo")
  Merged undo(String id, Authentication authentication) {
    return merged(merges.undo(number(id), Origin.staff(Actor.of(authentication), "api")));
  }

  /** They are two people: the pair is not listed again. */
  @Post("/{id}/differ")
  HttpResponse<Void> differ(String id, @Body Other body, Authentication authentication) {
    if (!merges.tellApart(number(id), other(body), Origin.staff(Actor.of(authentication), "api"))) throw ProblemException.notFound("contact");
    return HttpResponse.noContent();
  }

  private static Merged merged(MergeOutcome outcome) {
    return switch (outcome) {
      case MergeOutcome.Done(var mergeId, var survivor) -> new Merged(Long.toString(mergeId), ContactJson.of(survivor));
      case MergeOutcome.Same() -> throw new ProblemException(HttpStatus.CONFLICT, "same-contact", "Both are one contact already.");
      case MergeOutcome.Missing() -> throw ProblemException.notFound("contact");
    };
  }

  private static long other(Other body) {
    if (body.other() == null || body.other().isBlank()) throw ProblemException.invalid("/other", "missing", "Name the other contact by its id.");
    return number(body.other());
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("contact");
    }
  }
}
