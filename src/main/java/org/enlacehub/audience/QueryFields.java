package org.enlacehub.audience;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactField;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.IdentityFilters;
import org.enlacehub.contact.Phones;
import org.enlacehub.contact.PlaceReader;
import org.enlacehub.platform.config.Spelling;
import org.enlacehub.territory.Territory;

/** Every field of the language: those that each contact has, those that are declared, those that rooms above add. */
@Singleton
public final class QueryFields {
  /** The field that the compiler reads itself, since it stands for a whole query. */
  static final String AUDIENCE = "audience";
  private final Map<String, Function<Set<String>, QueryField>> fields = new LinkedHashMap<>();

  QueryFields(ContactFields declared, PlaceReader places, Territory territory, Consulates consulates, IdentityFilters identity,
      ListField lists, List<QueryExtension> extensions, Clock clock) {
    var dates = new Dates(clock);
    var areas = new AreaReader(places, territory);
    put("country", new CodeField("c.country", areas::country));
    fields.put("area", countries -> new CodeField("c.area", value -> areas.area(value, countries)));
    put("area2", WordsField.column("c.area2"));
    put("city", WordsField.column("c.city"));
    put("postal_code", WordsField.column("c.postal_code"));
    put("consulate", new CodeField("c.consulate", value -> List.of(consulate(value, consulates))));
    put("language", new LanguageField());
    put("timezone", WordsField.column("c.timezone"));
    put("source", WordsField.column("c.source"));
    put("tag", WordsField.tag());
    put("age", NumberField.age(dates));
    put("birth_year", NumberField.column("c.birth_year"));
    put("last_heard", DateField.moment("c.last_heard_at", dates));
    put("first_heard", DateField.moment("c.first_heard_at", dates));
    put("created", DateField.moment("c.created_at", dates));
    put("updated", DateField.moment("c.updated_at", dates));
    put("channel", new ChannelField());
    put("consent", new ConsentField(null));
    for (var channel : Channel.values()) put("consent." + channel.code(), new ConsentField(channel));
    identity(identity);
    declared.all().forEach(field -> put(field.name(), of(field, dates)));
    extensions.forEach(extension -> put(extension.field(), new IdentityField(FieldKind.CODE, extension::equal, extension.present(),
        "This value means nothing here.")));
    put("list", lists);
  }

  private void put(String name, QueryField field) {
    fields.put(name, _ -> field);
  }

  private void identity(IdentityFilters identity) {
    put("phone", new IdentityField(FieldKind.SEALED, text -> Phones.parse(text, null).map(p -> identity.address(AddressKind.PHONE, p.e164())),
        has("a.kind = 'PHONE' AND a.can_sms = 1"), "Write a telephone number with + and its country code."));
    put("whatsapp", new IdentityField(FieldKind.SEALED, text -> Phones.parse(text, null).map(p -> identity.address(AddressKind.PHONE, p.e164())),
        has("a.kind <> 'EMAIL' AND a.can_whatsapp = 1"), "Write a telephone number with + and its country code."));
    put("email", new IdentityField(FieldKind.SEALED, text -> Emails.normalise(text).map(e -> identity.address(AddressKind.EMAIL, e)),
        has("a.kind = 'EMAIL'"), "Write an email address."));
    put("name", new IdentityField(FieldKind.SEALED, text -> Optional.of(identity.words(text)),
        new ContactFilter("c.name IS NOT NULL OR c.given_name IS NOT NULL OR c.family_name IS NOT NULL", List.of()), "Write a name."));
    put("external_id", new IdentityField(FieldKind.SEALED, text -> Optional.of(identity.externalId(text)),
        new ContactFilter("c.external_id_index IS NOT NULL", List.of()), "Write a reference."));
  }

  private static ContactFilter has(String condition) {
    return new ContactFilter("c.id IN (SELECT a.contact_id FROM contact_address a WHERE " + condition + ")", List.of());
  }

  private static QueryField of(ContactField field, Dates dates) {
    if (field.secret()) {
      return new IdentityField(FieldKind.PRESENCE, _ -> Optional.empty(), new FlagField(field.name()).present(),
          "This field is kept encrypted; ask has " + field.name() + ".");
    }
    return switch (field.type()) {
      case DATE -> DateField.declared(field.name(), dates);
      case NUMBER -> NumberField.declared(field.name());
      case TEXT -> WordsField.declared(field.name());
      case FLAG -> new FlagField(field.name());
    };
  }

  private static String consulate(Value value, Consulates consulates) {
    var code = value.text().toUpperCase(Locale.ROOT);
    if (consulates.byCode(code).isPresent()) return code;
    var codes = consulates.all().stream().map(c -> c.code()).toList();
    throw QueryField.unsuited(value, "no-consulate", "There is no such consulate.",
        codes.stream().filter(c -> c.endsWith("-" + code)).findFirst().or(() -> Spelling.nearest(code, codes)).orElse(null));
  }

  /** @param countries those that the query names, for short area codes */
  Optional<QueryField> find(String name, Set<String> countries) {
    return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))).map(f -> f.apply(countries));
  }

  /** Every name, in the order in which a form offers them. */
  public List<String> names() {
    var names = new ArrayList<>(fields.keySet());
    names.add(AUDIENCE);
    return names;
  }

  /** What a field holds; empty for what is none. */
  public Optional<FieldKind> kind(String name) {
    return name.equalsIgnoreCase(AUDIENCE) ? Optional.of(FieldKind.NAMED) : find(name, Set.of()).map(QueryField::kind);
  }
}
