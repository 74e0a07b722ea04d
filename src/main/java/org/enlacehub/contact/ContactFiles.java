package org.enlacehub.contact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** {@code config/contact-fields.yml}: the fields that a ministry adds to contacts. */
public final class ContactFiles implements ConfigPart {
  private static final String FILE = "contact-fields.yml";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  /** What queries, files and contacts call by these names already. */
  private static final Set<String> RESERVED = Set.of("id", "version", "external_id", "name", "given_name", "family_name", "phone",
      "whatsapp", "email", "language", "country", "area", "area2", "city", "postal_code", "latitude", "longitude", "timezone", "consulate",
      "birth_year", "age", "note", "tag", "tags", "consent", "source", "created", "updated", "first_heard", "last_heard", "addresses",
      "near", "has", "all", "and", "or", "not", "in", "today", "sent", "delivered", "read", "answered", "inquiry");
  private static final int MOST = 100;

  /** Throws with everything that is wrong, so that nothing half-loads. */
  public static ContactFields load(ConfigFolders folders) {
    var findings = new Findings();
    var fields = read(folders, findings);
    findings.throwIfAny();
    return new ContactFields(fields);
  }

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    read(folders, findings);
  }

  private static List<ContactField> read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve(FILE);
    var fields = new ArrayList<ContactField>();
    YamlFile.read(file, folders.display(file), findings).ifPresent(top -> {
      top.allowOnly("fields");
      var seen = new HashSet<String>();
      for (var entry : top.maps("fields")) {
        var field = field(entry);
        if (!seen.add(field.name())) entry.report("name", "The field '" + field.name() + "' is declared twice.", "Keep one.");
        fields.add(field);
      }
      if (fields.size() > MOST) top.report("fields", "More than " + MOST + " fields are declared.", "Remove what nobody uses.");
    });
    return fields;
  }

  private static ContactField field(YamlMap entry) {
    entry.allowOnly("name", "type", "private", "title", "headings", "choices");
    var name = entry.requiredText("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      entry.report("name", "'" + name + "' cannot be the name of a field.",
          "Use at most 40 lower-case letters without accents, digits and _, beginning with a letter.");
    }
    if (RESERVED.contains(name)) entry.report("name", "'" + name + "' is a field that every contact has.", "Choose another name.");
    var type = entry.oneOf("type", "date", "number", "text", "flag").orElse("text");
    if (!entry.has("type")) entry.report("type", "The key 'type' is missing.", "Write date, number, text or flag.");
    var title = entry.isMap("title") ? entry.textMap("title") : java.util.Map.of("es", entry.text("title").orElse(name));
    for (var language : List.of("es", "en")) {
      if (entry.isMap("title") && !title.containsKey(language)) {
        entry.report("title", "The title lacks the language '" + language + "'.", "Add '" + language + ": …' below it.");
      }
    }
    var choices = entry.texts("choices");
    if (!choices.isEmpty() && !"text".equals(type)) entry.report("choices", "Only a text can have choices.", "Set 'type: text'.");
    return new ContactField(name, FieldType.valueOf(type.toUpperCase(Locale.ROOT)), entry.flag("private").orElse(false), title,
        entry.texts("headings"), choices);
  }
}
