package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.inquiry.assistance.CaseDraft;
import org.enlacehub.inquiry.assistance.CaseItem;
import org.enlacehub.inquiry.assistance.CaseRecords;
import org.enlacehub.inquiry.assistance.CaseWriting;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Assistance records for programs. */
@Controller("/api/v1/inquiries/{id}/case")
@Secured({Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class CaseApi {
  private final CaseRecords records;

  CaseApi(CaseRecords records) {
    this.records = records;
  }

  /** @param dueOn ISO 8601 day, of a task */
  @Serdeable
  record ItemRequest(@Nullable String kind, @Nullable Map<String, String> values, @Nullable String dueOn, @Nullable String staffId) {}

  @Serdeable
  record ItemView(String id, String kind, Map<String, String> values, @Nullable String dueOn, @Nullable String staffId, @Nullable Instant doneAt,
      String writtenBy, Instant writtenAt, int version) {

    static ItemView of(CaseItem item) {
      return new ItemView(Long.toString(item.id()), item.kind().name(), item.values(), item.dueOn() == null ? null : item.dueOn().toString(),
          item.staffId() == null ? null : item.staffId().toString(), item.doneAt(), Long.toString(item.writtenBy()), item.writtenAt(), item.version());
    }
  }

  /** The whole record, in the order in which it was written. */
  @Get
  Page<ItemView> items(Authentication authentication, long id) {
    return new Page<>(records.of(id, Actor.of(authentication)).orElseThrow(CaseApi::missing).stream().map(ItemView::of).toList(), null);
  }

  /** Adds an entry. */
  @Post
  HttpResponse<ItemView> add(Authentication authentication, long id, @Body ItemRequest body) {
    var draft = new CaseDraft(body.kind() == null ? "" : body.kind(), body.values() == null ? Map.of() : body.values(), body.dueOn(),
        body.staffId() == null ? null : (Long) number(body.staffId()));
    return switch (records.add(id, Actor.of(authentication), draft)) {
      case CaseWriting.Written(var item) -> HttpResponse.created(ItemView.of(item));
      case CaseWriting.Flawed(var flaws) -> throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid",
          "The entry was not kept; see what is wrong with each field.", errors(flaws));
      case CaseWriting.Stale _, CaseWriting.NotHere _ -> throw missing();
    };
  }

  private static List<Problem.Error> errors(Map<String, String> flaws) {
    return flaws.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(flaw -> new Problem.Error(pointer(flaw.getKey()), flaw.getValue(), "This field is " + flaw.getValue() + ".")).toList();
  }

  private static String pointer(String field) {
    return List.of("kind", "dueOn", "staffId").contains(field) ? "/" + field : "/values/" + field;
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static ProblemException missing() {
    return ProblemException.notFound("inquiry");
  }
}
