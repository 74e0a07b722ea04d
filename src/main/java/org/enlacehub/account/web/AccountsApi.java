package org.enlacehub.account.web;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.InvalidAccount;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.account.TokenScope;
import org.enlacehub.account.Tokens;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Accounts for programs; administrators only. */
@Controller("/api/v1/accounts")
@Secured(Role.Name.ADMINISTRATOR)
class AccountsApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;
  private final Staffs staffs;
  private final Tokens tokens;
  private final Languages languages;

  AccountsApi(Staffs staffs, Tokens tokens, Languages languages) {
    this.staffs = staffs;
    this.tokens = tokens;
    this.languages = languages;
  }

  /** What to create; {@code roles} in any case and with the obvious aliases, {@code password} and {@code language} optional. */
  @Serdeable
  record AccountRequest(@Nullable String name, @Nullable String email, @Nullable List<String> roles, @Nullable String desk,
      @Nullable String password, @Nullable String language) {}

  @Serdeable
  record TokenRequest(@Nullable List<String> scopes, @Nullable Instant expires) {}

  @Serdeable
  record Created(String id) {}

  @Serdeable
  record CreatedToken(String id, String token, List<String> scopes, @Nullable Instant expires) {}

  @Serdeable
  record AccountView(String id, String name, String email, List<String> roles, @Nullable String desk, String language, boolean active,
      Instant createdAt, @Nullable Instant signedInAt) {}

  @Post
  HttpResponse<Created> create(Authentication authentication, @Body AccountRequest body) {
    var roles = parse(body.roles(), "roles", Role::parse, Role.class);
    return guarded(() -> {
      var made = staffs.create(Actor.of(authentication),
          new NewStaff(body.name(), body.email(), roles, body.desk(), body.password(), body.language()));
      return HttpResponse.created(new Created(Long.toString(made.id())));
    });
  }

  @Post("/{id}/tokens")
  HttpResponse<CreatedToken> token(Authentication authentication, String id, @Nullable @Body TokenRequest body) {
    var asked = body == null ? new TokenRequest(null, null) : body;
    var scopes = parse(asked.scopes(), "scopes", TokenScope::parse, TokenScope.class);
    return guarded(() -> {
      var issued = tokens.issue(Actor.of(authentication), number(id), scopes, asked.expires());
      return HttpResponse.created(new CreatedToken(Long.toString(issued.token().id()), issued.secret(), lower(issued.token().scopes()),
          issued.token().expiresAt()));
    });
  }

  @Get
  Page<AccountView> list(@Nullable @QueryValue String cursor, @Nullable @QueryValue Integer limit) {
    int size = limit == null ? LIMIT : Math.clamp(limit, 1, LIMIT_MAX);
    var after = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(0L);
    return Page.of(staffs.list(after, size), size, AccountsApi::view, last -> Cursor.of(last.id()));
  }

  @Get("/{id}")
  AccountView one(String id) {
    return staffs.find(number(id)).map(AccountsApi::view).orElseThrow(() -> ProblemException.notFound("account"));
  }

  private static AccountView view(Staff staff) {
    return new AccountView(Long.toString(staff.id()), staff.name(), staff.email(), staff.roles().stream().sorted().map(Role::name).toList(),
        staff.desk(), staff.language(), staff.active(), staff.createdAt(), staff.signedInAt());
  }

  private <T> T guarded(java.util.function.Supplier<T> act) {
    try {
      return act.get();
    } catch (InvalidAccount e) {
      throw problem(e);
    }
  }

  private ProblemException problem(InvalidAccount e) {
    var codes = e.faults().stream().map(InvalidAccount.Fault::code).toList();
    if (codes.contains("unknown")) return ProblemException.notFound("active account");
    var english = languages.texts("en");
    var errors = e.faults().stream().map(f -> new Problem.Error("/" + f.field(), f.code(), english.get(f.textKey()))).toList();
    return codes.equals(List.of("emailTaken"))
        ? new ProblemException(HttpStatus.CONFLICT, "email-taken", english.get("account.wrong.emailTaken"), errors)
        : new ProblemException(HttpStatus.BAD_REQUEST, "invalid-account", "The account was not changed; the errors say why.", errors);
  }

  private static <E extends Enum<E>> Set<E> parse(@Nullable List<String> words, String field, Function<String, Optional<E>> read, Class<E> type) {
    var found = EnumSet.noneOf(type);
    var errors = new ArrayList<Problem.Error>();
    for (int i = 0; words != null && i < words.size(); i++) {
      var value = read.apply(words.get(i));
      if (value.isPresent()) found.add(value.get());
      else errors.add(new Problem.Error("/" + field + "/" + i, "unknown", "One of " + lower(EnumSet.allOf(type)) + " is expected here."));
    }
    if (!errors.isEmpty()) throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-account", "Some " + field + " are unknown.", errors);
    return found;
  }

  private static List<String> lower(Set<? extends Enum<?>> values) {
    var words = new TreeSet<String>();
    values.forEach(value -> words.add(value.name().toLowerCase(Locale.ROOT)));
    return List.copyOf(words);
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException _) {
      throw ProblemException.notFound("account");
    }
  }
}
