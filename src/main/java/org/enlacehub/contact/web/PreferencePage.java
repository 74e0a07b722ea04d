package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Destination;
import org.enlacehub.contact.Masks;
import org.enlacehub.contact.Preferences.Held;
import org.enlacehub.contact.Purpose;
import org.enlacehub.platform.i18n.Texts;

/**
 * A person's own page.
 *
 * @param token of the link by which they came
 * @param name as it is held; null when unknown
 * @param asked for what the person is asked to confirm that they want messages; empty mostly
 * @param stopped nothing goes to the address of the link
 * @param done key of what was just done; null mostly
 * @param facts what else is held, label and value
 */
@Introspected
public record PreferencePage(Texts t, String token, String address, @Nullable String name, @Nullable String language,
    @Nullable String city, @Nullable String postalCode, Set<Purpose> asked, boolean stopped, List<Way> ways, Map<String, String> facts,
    @Nullable String done) {

  /** The languages in which a person can choose to be written to, those of the ministry's people. */
  public static final List<String> LANGUAGES = List.of("es", "en", "quc", "mam", "kek", "kjb", "cak", "ixl", "cac", "acr", "knj", "jac",
      "poh", "tzj", "cab", "xin");

  /** One of the person's addresses, masked, with the purposes for which messages may go there. */
  public record Way(String id, String address, boolean own, List<Purpose> chosen) {}

  static PreferencePage of(Texts t, String token, Held held, Set<Purpose> asked, Map<String, String> facts, @Nullable String done) {
    var c = held.contact();
    var own = held.own().address();
    return new PreferencePage(t, token, Masks.of(own.kind(), own.value()), c.displayName(), c.language(), c.place().city(),
        c.place().postalCode(), asked, held.own().suppressed().containsAll(own.kind().channels()),
        held.destinations().stream().map(d -> way(d, d.address().id() == own.id())).toList(), facts, done);
  }

  private static Way way(Destination d, boolean own) {
    var a = d.address();
    var chosen = Arrays.stream(Purpose.values()).filter(p -> a.kind().channels().stream()
        .anyMatch((Channel channel) -> a.consent().allows(channel, p))).toList();
    return new Way(Long.toString(a.id()), Masks.of(a.kind(), a.value()), own, chosen);
  }
}
