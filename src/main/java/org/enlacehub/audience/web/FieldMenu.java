package org.enlacehub.audience.web;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.enlacehub.audience.QueryFields;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.web.FieldTitles;
import org.enlacehub.platform.i18n.Texts;

/** The fields of the language as a form offers them: in groups, by their titles. */
@Singleton
class FieldMenu {
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();
  private static final String MORE = "more";
  private final QueryFields fields;
  private final ContactFields declared;
  private final FieldTitles titles;

  static {
    GROUPS.put("where", List.of("country", "area", "area2", "city", "postal_code", Row.PLACE, "consulate", "timezone"));
    GROUPS.put("who", List.of("language", "age", "birth_year", "tag", "source", "name", "phone", "whatsapp", "email", "external_id"));
    GROUPS.put("reach", List.of("channel", "consent", "consent.sms", "consent.whatsapp", "consent.email"));
    GROUPS.put("when", List.of("last_heard", "first_heard", "created", "updated"));
    GROUPS.put("named", List.of("audience", "list"));
  }

  FieldMenu(QueryFields fields, ContactFields declared, FieldTitles titles) {
    this.fields = fields;
    this.declared = declared;
    this.titles = titles;
  }

  /** Titles of groups, each with its fields by name and title. */
  Map<String, Map<String, String>> groups(Texts t) {
    var left = new LinkedHashSet<>(fields.names());
    var menu = new LinkedHashMap<String, Map<String, String>>();
    GROUPS.forEach((group, names) -> {
      menu.put(t.get("audience.fields." + group), titled(names, t));
      names.forEach(left::remove);
    });
    var own = declared.all().stream().map(field -> field.name()).toList();
    if (!own.isEmpty()) menu.put(t.get("audience.fields.own"), titled(own, t));
    own.forEach(left::remove);
    if (!left.isEmpty()) menu.put(t.get("audience.fields." + MORE), titled(List.copyOf(left), t));
    return menu;
  }

  private Map<String, String> titled(List<String> names, Texts t) {
    var titled = new LinkedHashMap<String, String>();
    names.forEach(name -> titled.put(name, title(name, t)));
    return titled;
  }

  private String title(String name, Texts t) {
    var key = "audience.field." + name;
    return t.has(key) ? t.get(key) : titles.of(name, t);
  }
}
