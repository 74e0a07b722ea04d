package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.AskedLanguage;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.CompiledQuery;
import org.enlacehub.audience.PeopleFile;
import org.enlacehub.audience.PeopleList;
import org.enlacehub.audience.PeopleLists;
import org.enlacehub.audience.QueryError;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/**
 * Lists of people, for programs: made of contacts by id, of whom a query means now, or of a file that names them. Who is on one is found
 * by {@code GET /contacts?query=list = name}. An officer's token changes lists of its own desk only.
 */
@Controller("/api/v1/lists")
@Secured({Role.Name.COMMUNICATION, Role.Name.OFFICER, Role.Name.ADMINISTRATOR})
class PeopleListApi {
  private static final int MOST_IDS = 1_000;
  private final PeopleLists lists;
  private final Audiences audiences;
  private final ListUploads uploads;
  private final AskedLanguage languages;

  PeopleListApi(PeopleLists lists, Audiences audiences, ListUploads uploads, AskedLanguage languages) {
    this.lists = lists;
    this.audiences = audiences;
    this.uploads = uploads;
    this.languages = languages;
  }

  /** People to be added: ids of contacts, at most 1,000, and everybody whom {@code query} means now. */
  @Serdeable
  record PeopleRequest(@Nullable List<String> contacts, @Nullable String query) {}

  @Serdeable
  record ListRequest(@Nullable String title, @Nullable List<String> contacts, @Nullable String query) {}

  /** {@code name} is what queries call it: {@code list = name}. {@code people} counts those who were erased since too. */
  @Serdeable
  record ListView(String name, String title, @Nullable String desk, int people, Instant changed) {
    static ListView of(PeopleList list) {
      return new ListView(list.slug(), list.title(), list.desk(), list.people(), list.changedAt());
    }
  }

  /** What came of a file: its rows, how many of them name nobody, and the first of those by their numbers. */
  @Serdeable
  record FileView(ListView list, int rows, int missing, List<Integer> missingRows) {}

  /** All that may be seen, by title. */
  @Get
  Page<ListView> all(Authentication authentication) {
    return new Page<>(lists.visible(Actor.of(authentication).scope()).stream().map(ListView::of).toList(), null);
  }

  @Get("/{name}")
  ListView show(String name, Authentication authentication) {
    return ListView.of(find(name, authentication));
  }

  /** Makes a list; its name is made of the title. */
  @Post
  HttpResponse<ListView> create(@Body ListRequest body, Authentication authentication, HttpRequest<?> request) {
    var actor = NamedThings.creator(authentication);
    var title = NamedThings.title(body.title());
    var people = people(body.contacts(), actor);
    var query = query(body.query(), authentication, request);
    var made = added(lists.create(title, actor), people, query, actor);
    return HttpResponse.created(ListView.of(made), URI.create("/api/v1/lists/" + made.slug()));
  }

  /** Adds people; who is on it already stays. */
  @Post("/{name}/people")
  ListView add(String name, @Body PeopleRequest body, Authentication authentication, HttpRequest<?> request) {
    var actor = Actor.of(authentication);
    var people = people(body.contacts(), actor);
    var query = query(body.query(), authentication, request);
    return ListView.of(added(find(name, authentication), people, query, actor));
  }

  /** Adds the people whom a file names by telephone, email or reference in any column; nobody is made or changed. */
  @Post("/{name}/file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  FileView upload(String name, @Nullable @Part("region") String region, @Nullable @Part("file") CompletedFileUpload file,
      Authentication authentication, HttpRequest<?> request) throws IOException {
    var actor = Actor.of(authentication);
    find(name, authentication);
    try {
      var found = uploads.read(file, region == null ? null : region.toUpperCase(Locale.ROOT), actor.scope());
      var list = lists.add(name, found.people(), actor).orElseThrow(() -> ProblemException.notFound("list"));
      return new FileView(ListView.of(list), found.rows(), found.missing(), found.told().stream().map(PeopleFile.Missing::row).toList());
    } catch (UnreadableFile e) {
      throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "unreadable-file",
          languages.texts(request, authentication).get(e.messageKey(), e.args().toArray()));
    }
  }

  /** Takes somebody off the list. */
  @Delete("/{name}/people/{contact}")
  HttpResponse<Void> remove(String name, String contact, Authentication authentication) {
    var actor = Actor.of(authentication);
    lists.remove(name, people(List.of(contact), actor).getFirst(), actor).orElseThrow(() -> ProblemException.notFound("list"));
    return HttpResponse.noContent();
  }

  /** Forgets the list, not its people. */
  @Delete("/{name}")
  HttpResponse<Void> delete(String name, Authentication authentication) {
    if (!lists.delete(name, Actor.of(authentication))) throw ProblemException.notFound("list");
    return HttpResponse.noContent();
  }

  private PeopleList added(PeopleList list, List<Long> people, @Nullable CompiledQuery query, Actor actor) {
    var now = people.isEmpty() ? list : lists.add(list.slug(), people, actor).orElseThrow(() -> ProblemException.notFound("list"));
    return query == null ? now : lists.add(list.slug(), query, actor).orElseThrow(() -> ProblemException.notFound("list"));
  }

  private PeopleList find(String name, Authentication authentication) {
    return lists.find(name, Actor.of(authentication).scope()).orElseThrow(() -> ProblemException.notFound("list"));
  }

  private @Nullable CompiledQuery query(@Nullable String query, Authentication authentication, HttpRequest<?> request) {
    if (query == null) return null;
    try {
      return audiences.compile(query);
    } catch (QueryError e) {
      throw QueryProblems.of(e, languages.texts(request, authentication));
    }
  }

  /** Ids of people whom the actor may see; refuses all when one of them is not. */
  private List<Long> people(@Nullable List<String> ids, Actor actor) {
    if (ids == null) return List.of();
    if (ids.size() > MOST_IDS) throw ProblemException.invalid("/contacts", "too-many", "At most " + MOST_IDS + " at once.");
    var numbers = ids.stream().map(id -> id.matches("\\d{1,18}") ? Long.parseLong(id) : 0).toList();
    var unknown = lists.unknown(numbers, actor.scope());
    var errors = new ArrayList<Problem.Error>();
    for (int i = 0; i < numbers.size(); i++) {
      if (unknown.contains(numbers.get(i))) errors.add(new Problem.Error("/contacts/" + i, "unknown", "There is no such contact."));
    }
    if (!errors.isEmpty()) throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "Nobody was added.", errors);
    return numbers;
  }
}
