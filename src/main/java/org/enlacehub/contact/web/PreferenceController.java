package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Confirmations;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.PreferenceLinks;
import org.enlacehub.contact.Preferences;
import org.enlacehub.contact.Preferences.Held;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;

/**
 * The page of a person's own, for whoever holds its link. Looking changes nothing, since mail filters open every link; a POST without
 * fields is the one-click unsubscription of RFC 8058, and can be repeated.
 */
@Controller("/u")
@Secured(SecurityRule.IS_ANONYMOUS)
class PreferenceController {
  private static final List<String> SHOWN = List.of("phone", "whatsapp", "email", "note", "name", "given_name", "family_name", "language",
      "city", "postal_code", "latitude", "longitude", "tags");
  private static final List<String> CORRECTABLE = List.of("name", "language", "city", "postal_code");
  private final PreferenceLinks links;
  private final Preferences preferences;
  private final Confirmations confirmations;
  private final ContactReader reader;
  private final FieldTitles titles;
  private final Languages languages;

  PreferenceController(PreferenceLinks links, Preferences preferences, Confirmations confirmations, ContactReader reader, FieldTitles titles, Languages languages) {
    this.links = links;
    this.preferences = preferences;
    this.confirmations = confirmations;
    this.reader = reader;
    this.titles = titles;
    this.languages = languages;
  }

  @Get("/{token}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<?>> show(String token, @Nullable @QueryValue String hecho, HttpRequest<?> request) {
    var held = preferences.held(address(token));
    if (held.isEmpty()) {
      var t = texts(null, request);
      return quiet(new ModelAndView<>("contact/forgotten", Map.of("t", t)));
    }
    var t = texts(held.get(), request);
    var done = hecho != null && t.has("contact.u.done." + hecho) ? hecho : null;
    return quiet(new ModelAndView<>("contact/preferences", PreferencePage.of(t, token, held.get(), confirmations.open(held.get().own().address().id()), facts(held.get(), t), done)));
  }

  /** Not for caches, search engines or the next site's log. */
  private static HttpResponse<ModelAndView<?>> quiet(ModelAndView<?> page) {
    return HttpResponse.<ModelAndView<?>>ok(page).header("X-Robots-Tag", "noindex, nofollow").header("Cache-Control", "no-store");
  }

  @Post("/{token}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED})
  HttpResponse<?> act(String token, @Body @Nullable Map<String, Object> form, HttpRequest<?> request) {
    var fields = form == null ? Map.<String, Object>of() : form;
    long address = address(token);
    return switch (String.valueOf(fields.getOrDefault("act", "one-click"))) {
      case "stop" -> after(token, "stop", () -> preferences.stop(address));
      case "start" -> after(token, "start", () -> preferences.start(address));
      case "save" -> after(token, "save", () -> save(address, fields));
      case "confirm" -> after(token, "confirm", () -> confirm(address, request));
      case "erase" -> after(token, "erase", () -> preferences.erase(address));
      default -> oneClick(address);
    };
  }

  /** Mail programs may send the one click as a multipart form, and some send no body at all. */
  @Post("/{token}")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.ALL})
  HttpResponse<?> unsubscribe(String token) {
    return oneClick(address(token));
  }

  private HttpResponse<String> oneClick(long address) {
    preferences.stop(address);
    return HttpResponse.ok("Unsubscribed.").contentType(MediaType.TEXT_PLAIN_TYPE);
  }

  private static HttpResponse<?> after(String token, String done, Runnable act) {
    act.run();
    return HttpResponse.seeOther(URI.create("/u/" + token + "?hecho=" + done));
  }

  /** The evidence is what stands on the button that was pressed. */
  private void confirm(long address, HttpRequest<?> request) {
    var t = texts(preferences.held(address).orElse(null), request);
    confirmations.confirm(address, Origin.person("preferences"), t.get("contact.u.confirm.verb"));
  }

  private void save(long address, Map<String, Object> fields) {
    var values = new HashMap<String, String>();
    CORRECTABLE.forEach(name -> values.put(name, String.valueOf(fields.getOrDefault(name, ""))));
    // What cannot be read is left as it was: the page shows what is held.
    preferences.correct(address, reader.read(values, null).draft());
    preferences.held(address).ifPresent(held -> held.destinations().forEach(d -> {
      long id = d.address().id();
      if (!fields.containsKey("way-" + id)) return;
      var chosen = EnumSet.noneOf(Purpose.class);
      for (var word : several(fields.get("for-" + id))) Purpose.parse(word).ifPresent(chosen::add);
      preferences.choose(address, id, chosen);
    }));
  }

  private static List<String> several(@Nullable Object value) {
    if (value == null) return List.of();
    if (!(value instanceof List<?> list)) return List.of(value.toString());
    var all = new ArrayList<String>();
    list.forEach(v -> all.add(String.valueOf(v)));
    return all;
  }

  private long address(String token) {
    return links.addressOf(token).orElseThrow(() -> ProblemException.notFound("page"));
  }

  private Map<String, String> facts(Held held, Texts t) {
    var facts = new LinkedHashMap<String, String>();
    ContactFacts.of(held.contact()).forEach((name, text) -> {
      if (!SHOWN.contains(name)) facts.put(titles.of(name, t), text);
    });
    return facts;
  }

  /** The person's own language when it is one of ours, else what their browser asks for. */
  private Texts texts(@Nullable Held held, HttpRequest<?> request) {
    var own = held == null ? null : held.contact().language();
    if (own != null) return languages.texts(own.startsWith("en") ? "en" : "es");
    var asked = request.getHeaders().get("Accept-Language");
    return languages.texts(asked != null && asked.toLowerCase(java.util.Locale.ROOT).startsWith("en") ? "en" : "es");
  }
}
