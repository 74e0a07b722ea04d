package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.AskedLanguage;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.ContactSearch;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Erasure;
import org.enlacehub.contact.FilterLanguage.Reading;
import org.enlacehub.contact.Flaw;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Contacts for programs. An officer's token reaches the people of its own consulate only. */
@Controller("/api/v1/contacts")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class ContactApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 500;
  private final Contacts contacts;
  private final ContactReader reader;
  private final ContactSearch search;
  private final Erasure erasure;
  private final Saving saving;
  private final AskedLanguage languages;

  ContactApi(Contacts contacts, ContactReader reader, ContactSearch search, Erasure erasure, Saving saving,
      AskedLanguage languages) {
    this.contacts = contacts;
    this.reader = reader;
    this.search = search;
    this.erasure = erasure;
    this.saving = saving;
    this.languages = languages;
  }

  /**
   * People, the newest ids first. {@code query} is a condition in the language of audiences, a telephone number, an email address,
   * words of a name or a reference; {@code tel:}, {@code email:}, {@code name:}, {@code ref:} say which.
   */
  @Get
  Page<Map<String, Object>> list(@Nullable @QueryValue String query, @Nullable @QueryValue Integer limit,
      @Nullable @QueryValue String cursor, Authentication authentication, HttpRequest<?> request) {
    var reading = search.read(query == null ? "" : query);
    if (reading instanceof Reading.Wrong wrong) {
      throw ProblemException.invalid("query", "invalid-query", wrong.told(languages.texts(request, authentication)));
    }
    int size = limit == null ? LIMIT : limit;
    if (size < 1 || size > LIMIT_MAX) throw ProblemException.invalid("limit", "out-of-range", "Give 1 to " + LIMIT_MAX + ".");
    long before = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(Long.MAX_VALUE);
    var found = search.page(((Reading.Read) reading).filter(), Actor.of(authentication).scope(), before, size + 1);
    return Page.of(found, size, ContactJson::of, c -> Cursor.of(c.id()));
  }

  @Post
  HttpResponse<Map<String, Object>> create(@Body Map<String, Object> body, Authentication authentication) {
    var draft = draft(body);
    if (draft.externalId() == null && draft.addresses().isEmpty()) {
      throw ProblemException.invalid("/phone", "no-identity", "A contact needs a telephone, an email address or a reference.");
    }
    var made = saved(saving.create(draft, Origin.staff(Actor.of(authentication), "api")));
    return HttpResponse.created(ContactJson.of(made), URI.create("/api/v1/contacts/" + made.id())).header("ETag", etag(made));
  }

  @Get("/{id}")
  HttpResponse<Map<String, Object>> show(String id, Authentication authentication) {
    var contact = contacts.find(number(id), Actor.of(authentication).scope()).orElseThrow(() -> ProblemException.notFound("contact"));
    return HttpResponse.ok(ContactJson.of(contact)).header("ETag", etag(contact));
  }

  /**
   * Replaces everything that a contact holds; what the body lacks is cleared, except consent. The version that was seen stands in
   * {@code If-Match} (412 when somebody saved since) or in the body's {@code version} (409); without either the body wins.
   */
  @Put("/{id}")
  HttpResponse<Map<String, Object>> replace(String id, @Body Map<String, Object> body, @Nullable @Header("If-Match") String ifMatch,
      Authentication authentication) {
    var draft = draft(body);
    var actor = Actor.of(authentication);
    var current = contacts.find(number(id), actor.scope()).orElseThrow(() -> ProblemException.notFound("contact"));
    boolean byHeader = ifMatch != null && !ifMatch.strip().equals("*");
    int seen = byHeader ? version(ifMatch.replaceAll("^\\s*(W/)?\"|\"\\s*$", ""), HttpStatus.PRECONDITION_FAILED)
        : body.get("version") != null ? version(body.get("version").toString(), HttpStatus.BAD_REQUEST) : current.version();
    var outcome = saving.update(current.id(), seen, draft, Origin.staff(actor, "api"));
    if (outcome instanceof SaveOutcome.Conflict(var now)) {
      throw new ProblemException(byHeader ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT, "changed-meanwhile",
          "Somebody saved version " + now.version() + " since you read version " + seen + ". Read the contact again and repeat your change.",
          List.of(new Problem.Error("/version", "changed-meanwhile", "The current version is " + now.version() + ".")));
    }
    var saved = saved(outcome);
    return HttpResponse.ok(ContactJson.of(saved)).header("ETag", etag(saved));
  }

  /** Erases the person for good; the addresses stay suppressed as hashes. */
  @Delete("/{id}")
  HttpResponse<Void> erase(String id, Authentication authentication) {
    if (!erasure.erase(number(id), Origin.staff(Actor.of(authentication), "api"))) throw ProblemException.notFound("contact");
    return HttpResponse.noContent();
  }

  private ContactDraft draft(Map<String, Object> body) {
    var flaws = new ArrayList<Flaw>();
    var reading = reader.read(ContactJson.values(body, flaws), null);
    flaws.addAll(reading.flaws());
    if (!flaws.isEmpty()) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "The contact has errors.",
          flaws.stream().map(f -> new Problem.Error("/" + f.field().replace("~", "~0").replace("/", "~1"), f.code(), f.detail())).toList());
    }
    return reading.draft();
  }

  private static Contact saved(SaveOutcome outcome) {
    return switch (outcome) {
      case SaveOutcome.Saved(var contact) -> contact;
      case SaveOutcome.Taken(var field, _) -> throw new ProblemException(HttpStatus.CONFLICT, "already-taken",
          "This belongs to another contact. Find that contact, or leave the value out.",
          List.of(new Problem.Error("/" + field, "taken", "Another contact has this value.")));
      case SaveOutcome.Missing() -> throw ProblemException.notFound("contact");
      case SaveOutcome.Conflict(_) -> throw new IllegalStateException("a conflict is answered by its caller");
    };
  }

  private static String etag(Contact contact) {
    return "\"" + contact.version() + "\"";
  }

  private static int version(String text, HttpStatus otherwise) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new ProblemException(otherwise, "unknown-version", "The version is not one that this contact had.");
    }
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw ProblemException.notFound("contact");
    }
  }
}
