package org.enlacehub.inquiry.assistance;

import static org.enlacehub.inquiry.assistance.CaseField.choice;
import static org.enlacehub.inquiry.assistance.CaseField.date;
import static org.enlacehub.inquiry.assistance.CaseField.line;
import static org.enlacehub.inquiry.assistance.CaseField.text;

import io.micronaut.core.annotation.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a record holds, and what is written down about each; the first field is the one by which an entry is known. */
public enum CaseKind {
  /** How vulnerable the person is, as an officer judges it: a record of its own, with its time. */
  ASSESSMENT(choice("risk", "high", "medium", "low"), text("dangers").needed(), text("strengths"), text("wishes")),
  PERSON(line("name").needed(), choice("relation", "self", "partner", "child", "parent", "sibling", "relative", "friend", "witness", "employer",
      "accused", "other"), date("born"), line("nationality"), line("phone"), line("language"), text("notes")),
  /** Where somebody is held, treated or sheltered. Whether they want their consulate told is theirs to say (Vienna Convention, art. 36). */
  FACILITY(line("name").needed(), choice("type", "detention", "jail", "hospital", "shelter", "court", "morgue", "other"), line("address"),
      line("phone"), line("number"), date("since"), choice("notification", "unknown", "wants", "declines", "made"), text("notes")),
  DOCUMENT(choice("type", "passport", "dpi", "birth", "consular", "court", "medical", "power", "picture", "other"), line("number"), line("issuer"),
      date("expires"), line("place"), text("notes")),
  /** To an organisation that helps; nothing is told to it without the person's consent. */
  REFERRAL(line("partner").needed(), choice("service", "legal", "medical", "shelter", "psychological", "return", "search", "funds", "other"),
      choice("consent", "given", "not_asked", "refused"), choice("state", "proposed", "accepted", "running", "done", "refused"), line("contact"),
      text("reason").needed()),
  /** Something to do, by whom and until when. */
  TASK(text("what").needed());

  private final List<CaseField> fields;

  CaseKind(CaseField... fields) {
    this.fields = List.of(fields);
  }

  public List<CaseField> fields() {
    return fields;
  }

  /** By its name; empty when it is none. */
  public static Optional<CaseKind> parse(@Nullable String name) {
    return List.of(values()).stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** Only what this kind knows, without space around it. */
  Map<String, String> known(Map<String, String> written) {
    var values = new HashMap<String, String>();
    fields.forEach(field -> values.put(field.code(), written.getOrDefault(field.code(), "").strip()));
    return values;
  }

  /** What is wrong, by field; empty for nothing. */
  Map<String, String> flaws(Map<String, String> values) {
    var flaws = new HashMap<String, String>();
    fields.forEach(field -> {
      var flaw = field.flaw(values.get(field.code()));
      if (flaw != null) {
        flaws.put(field.code(), flaw);
      }
    });
    return flaws;
  }
}
