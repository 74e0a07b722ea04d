package org.enlacehub.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.NavEntry;
import org.enlacehub.account.Role;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.settings.Settings;

/** Makes the {@link Shell} of a request. It reads no database: what it needs of the person came with the sign-in. */
@Singleton
class Shells {
  private static final ZoneId MINISTRY = ZoneId.of("America/Guatemala");
  private static final int LAST = 90;
  private final Languages languages;
  private final Preferences preferences;
  private final Settings settings;
  private final Clock clock;
  private final List<NavEntry> entries;
  private final Optional<Desks> desks;
  private final Assets assets;

  Shells(Languages languages, Preferences preferences, Settings settings, Clock clock, List<NavEntry> entries, Optional<Desks> desks,
      Assets assets) {
    this.languages = languages;
    this.preferences = preferences;
    this.settings = settings;
    this.clock = clock;
    this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
    this.desks = desks;
    this.assets = assets;
  }

  Texts texts(HttpRequest<?> request) {
    return languages.texts(preferences.language(request));
  }

  Shell of(HttpRequest<?> request) {
    var t = texts(request);
    var actor = request.getUserPrincipal(Authentication.class).map(Actor::of).orElse(null);
    var path = request.getPath();
    var zone = actor == null || actor.desk() == null ? MINISTRY : desks.map(d -> d.zone(actor.desk())).orElse(MINISTRY);
    return new Shell(
        actor == null ? List.of() : nav(actor, path, t),
        actor == null ? null : person(actor, t),
        t.language(),
        preferences.theme(request),
        settings.sandbox(),
        request.getMethodName().equals("GET") ? request.getUri().toString() : path,
        null,
        toast(request, t),
        assets.version(),
        new Wording(t, t.locale(), zone, clock.instant()));
  }

  private List<Shell.Entry> nav(Actor actor, String path, Texts t) {
    return entries.stream().filter(entry -> entry.isFor(actor))
        .map(e -> new Shell.Entry(t.get(e.textKey()), e.path(), e.icon(), isCurrent(e.path(), path), e.order() >= LAST)).toList();
  }

  private static boolean isCurrent(String entry, String path) {
    return entry.equals("/") ? path.equals("/") : path.equals(entry) || path.startsWith(entry + "/");
  }

  private Shell.Person person(Actor actor, Texts t) {
    var words = actor.name().strip().split("\\s+");
    var initials = words[0].isEmpty() ? "?" : words[0].substring(0, 1) + (words.length > 1 ? words[1].substring(0, 1) : "");
    var roles = actor.roles().stream().sorted().map(role -> roleName(role, t)).collect(Collectors.joining(", "));
    var desk = actor.desk() == null ? null : desks.map(d -> d.name(actor.desk())).orElse(actor.desk());
    return new Shell.Person(actor.staffId(), actor.name(), initials.toUpperCase(t.locale()), desk, roles);
  }

  static String roleName(Role role, Texts t) {
    return t.get("console.role." + role);
  }

  /** The address may only name one of our texts that say that something is done, never bring a text of its own. */
  private static @Nullable String toast(HttpRequest<?> request, Texts t) {
    return request.getParameters().getFirst("hecho").filter(key -> key.matches("[a-z]+\\.done\\.[A-Za-z.]+") && t.has(key)).orElse(null);
  }
}
