package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Flaw;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.platform.i18n.Texts;

/** Fills and refills the form for one person. */
@Singleton
class ContactForms {
  /** What the form holds beside declared fields; the rest of a contact is derived or has its own place. */
  static final List<String> NAMES = List.of("name", "given_name", "family_name", "external_id", "phone", "whatsapp", "email", "language",
      "country", "area", "city", "postal_code", "birth_year", "tags", "note");
  private final ContactFields fields;
  private final FieldTitles titles;
  private final Contacts contacts;

  ContactForms(ContactFields fields, FieldTitles titles, Contacts contacts) {
    this.fields = fields;
    this.titles = titles;
    this.contacts = contacts;
  }

  ContactFormPage blank() {
    return page(null, 0, Map.of(), Map.of(), List.of(), null);
  }

  ContactFormPage of(Contact c) {
    return page(Long.toString(c.id()), c.version(), values(c), Map.of(), List.of(), null);
  }

  /** What a contact holds, as the form would show it. */
  private static Map<String, String> values(Contact c) {
    return ContactFacts.of(c);
  }

  /**
   * The fields of a posted form that a contact knows. What the form does not show of a contact is kept from {@code current}; consent of
   * a known contact is changed by its own form, which asks for evidence.
   */
  Map<String, String> typed(Map<String, String> form, @Nullable Contact current) {
    var typed = new HashMap<String, String>();
    NAMES.forEach(name -> typed.put(name, form.getOrDefault(name, "")));
    fields.all().forEach(f -> typed.put(f.name(), form.getOrDefault(f.name(), "")));
    if (current == null) {
      typed.put("consent", Arrays.stream(Purpose.values()).map(Purpose::code).filter(p -> form.containsKey("consent-" + p))
          .collect(Collectors.joining(" ")));
    }
    if (current != null && current.place().area2() != null) typed.put("area2", current.place().area2());
    return typed;
  }

  ContactFormPage flawed(@Nullable Contact c, int version, Map<String, String> typed, List<Flaw> flaws, Texts t) {
    var errors = new LinkedHashMap<String, String>();
    flaws.forEach(f -> errors.putIfAbsent(f.field(), t.has("contact.flaw." + f.code()) ? t.get("contact.flaw." + f.code()) : f.detail()));
    return page(c == null ? null : Long.toString(c.id()), version, typed, errors, List.of(), null);
  }

  ContactFormPage taken(@Nullable Contact c, int version, Map<String, String> typed, SaveOutcome.Taken taken, DeskScope scope, Texts t) {
    var other = contacts.find(taken.otherId(), scope).map(o -> Long.toString(o.id())).orElse(null);
    return page(c == null ? null : Long.toString(c.id()), version, typed, Map.of(taken.field(), t.get("contact.taken")), List.of(), other);
  }

  /** What the other wrote beside what was typed; the next save is over the version that is shown now. */
  ContactFormPage conflict(Contact now, Map<String, String> typed, Texts t) {
    var theirs = values(now);
    var lines = typed.keySet().stream().sorted().filter(name -> !Objects.equals(theirs.getOrDefault(name, ""), typed.get(name)))
        .map(name -> t.get("contact.conflict.theirs", titles.of(name, t), theirs.getOrDefault(name, ""), typed.get(name))).toList();
    return page(Long.toString(now.id()), now.version(), typed, Map.of(), lines, null);
  }

  private ContactFormPage page(@Nullable String id, int version, Map<String, String> values, Map<String, String> errors,
      List<String> conflicts, @Nullable String takenBy) {
    return new ContactFormPage(id, version, values, errors, conflicts, takenBy, List.copyOf(fields.all()));
  }
}
