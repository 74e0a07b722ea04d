package org.enlacehub.audience;

import java.util.List;
import java.util.Locale;
import org.enlacehub.contact.ContactFilter;
import org.enlacehub.platform.config.Spelling;

/** The preferred language; {@code es} means es-GT too. */
final class LanguageField implements QueryField {
  /** Those of the people Enlace is for, to suggest when a name stands where a code belongs. */
  private static final java.util.Map<String, String> NAMES = java.util.Map.ofEntries(
      java.util.Map.entry("espanol", "es"), java.util.Map.entry("spanish", "es"), java.util.Map.entry("ingles", "en"),
      java.util.Map.entry("english", "en"), java.util.Map.entry("kiche", "quc"), java.util.Map.entry("quiche", "quc"),
      java.util.Map.entry("qeqchi", "kek"), java.util.Map.entry("kekchi", "kek"), java.util.Map.entry("qanjobal", "kjb"),
      java.util.Map.entry("kanjobal", "kjb"), java.util.Map.entry("kaqchikel", "cak"), java.util.Map.entry("ixil", "ixl"),
      java.util.Map.entry("chuj", "cac"), java.util.Map.entry("achi", "acr"), java.util.Map.entry("akateko", "knj"),
      java.util.Map.entry("popti", "jac"), java.util.Map.entry("poqomchi", "poh"), java.util.Map.entry("tzutujil", "tzj"),
      java.util.Map.entry("garifuna", "cab"), java.util.Map.entry("xinka", "xin"));

  @Override
  public FieldKind kind() {
    return FieldKind.CODE;
  }

  @Override
  public ContactFilter compare(Compare how, Value value) {
    if (!how.isEquality()) throw QueryField.unsuited(value, "no-order", "A language can be compared with =, != and in only.", null);
    var code = value.text();
    if (!code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")) {
      var plain = org.enlacehub.territory.PlaceNames.fold(code).replaceAll("[^a-z]", "");
      throw QueryField.unsuited(value, "no-language", "A language is an ISO 639 code such as es, en, quc or mam.",
          Spelling.nearest(plain, NAMES.keySet()).map(NAMES::get).orElse(null));
    }
    int dash = code.indexOf('-');
    var canonical = dash < 0 ? code.toLowerCase(Locale.ROOT) : Locale.forLanguageTag(code).toLanguageTag();
    return new ContactFilter("(c.language = ? OR c.language LIKE ?)", List.of(canonical, canonical + "-%"));
  }

  @Override
  public ContactFilter present() {
    return new ContactFilter("c.language IS NOT NULL", List.of());
  }
}
