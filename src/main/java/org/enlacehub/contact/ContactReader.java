package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.enlacehub.platform.config.Spelling;

/** Makes drafts of what people typed: one way to read a form and a JSON body. */
@Singleton
public class ContactReader {
  private static final int NAME = 200;
  private static final int NOTE = 5_000;
  private static final int MOST_ADDRESSES = 20;
  private static final Pattern WHATSAPP_ID = Pattern.compile("(?i)(whatsapp:)?[A-Z]{2}\\.[A-Za-z0-9]{6,128}");
  private static final List<String> KNOWN = List.of("external_id", "name", "given_name", "family_name", "phone", "whatsapp", "email",
      "language", "country", "area", "area2", "city", "postal_code", "latitude", "longitude", "timezone", "birth_year", "note", "consent",
      "tags");
  private final ContactFields fields;
  private final PlaceReader places;
  private final FieldReader values;
  private final Clock clock;

  ContactReader(ContactFields fields, PlaceReader places, Clock clock) {
    this.fields = fields;
    this.places = places;
    this.values = new FieldReader();
    this.clock = clock;
  }

  /** What came of reading; the draft lacks what was flawed. */
  public record Reading(ContactDraft draft, List<Flaw> flaws) {}

  /**
   * Reads values by canonical name ({@code external_id, name, given_name, family_name, phone, whatsapp, email, language, country, area,
   * city, postal_code, consent, tags, birth_year, timezone, area2, latitude, longitude, note} and declared fields). Blank values count
   * as absent. {@code phone}, {@code whatsapp} and {@code email} may hold several, separated by {@code ;} or a line break; {@code
   * consent} several by space or comma; {@code tags} several by comma, semicolon or line break.
   *
   * @param defaultRegion ISO 3166-1 country of national telephone numbers where {@code country} is absent
   */
  public Reading read(Map<String, String> given, @Nullable String defaultRegion) {
    return new Work(given, defaultRegion).read();
  }

  /** One reading. */
  private final class Work {
    private final Map<String, String> given;
    private final @Nullable String defaultRegion;
    private final List<Flaw> flaws = new ArrayList<>();
    private final ContactDraft.Builder draft = ContactDraft.builder();

    Work(Map<String, String> given, @Nullable String defaultRegion) {
      this.given = given;
      this.defaultRegion = defaultRegion;
    }

    Reading read() {
      unknown();
      text("external_id", NAME, draft::externalId);
      text("name", NAME, draft::name);
      text("given_name", NAME, draft::givenName);
      text("family_name", NAME, draft::familyName);
      text("note", NOTE, draft::note);
      parsed("language", Languages::code, "unknown-language", "Give a BCP 47 code such as es, en or quc.", draft::language);
      parsed("timezone", Languages::zone, "unknown-timezone", "Give an IANA zone such as America/Los_Angeles.", draft::timezone);
      parsed("birth_year", this::year, "invalid-year", "Give the year with four digits.", draft::birthYear);
      var place = places.read(given, flaws);
      draft.place(place);
      addresses(place.country() != null ? place.country() : defaultRegion);
      consent();
      tags();
      for (var field : fields.all()) {
        value(field.name()).ifPresent(text -> values.read(field, text, flaws).ifPresent(v -> draft.attribute(field.name(), v)));
      }
      return new Reading(draft.build(), List.copyOf(flaws));
    }

    private void unknown() {
      var names = new ArrayList<>(KNOWN);
      fields.all().forEach(f -> names.add(f.name()));
      var known = new HashSet<>(names);
      for (var name : given.keySet()) {
        if (!known.contains(name)) {
          flaws.add(new Flaw(name, "unknown-field", Spelling.nearest(name, names).map(n -> "There is no such field; did you mean " + n + "?")
              .orElse("There is no such field.")));
        }
      }
    }

    private Optional<String> value(String name) {
      return Optional.ofNullable(given.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    private void text(String name, int most, Consumer<String> into) {
      value(name).ifPresent(v -> {
        if (v.length() > most) flaws.add(new Flaw(name, "too-long", "At most " + most + " characters."));
        else if (hasControl(v)) flaws.add(new Flaw(name, "control-character", "Remove the control characters."));
        else into.accept(v);
      });
    }

    private <T> void parsed(String name, Function<String, Optional<T>> reader, String code, String remedy, Consumer<T> into) {
      value(name).ifPresent(v -> reader.apply(v).ifPresentOrElse(into, () -> flaws.add(new Flaw(name, code, remedy))));
    }

    private Optional<Integer> year(String text) {
      if (!text.matches("\\d{4}")) return Optional.empty();
      int year = Integer.parseInt(text);
      return year >= 1880 && year <= clock.instant().atZone(java.time.ZoneOffset.UTC).getYear() ? Optional.of(year) : Optional.empty();
    }

    private void addresses(@Nullable String region) {
      for (var typed : several("phone", "[;\\n]")) {
        switch (Phones.read(typed, region)) {
          case Phones.Reading.Number(var phone) -> draft.address(AddressDraft.phone(phone, false));
          case Phones.Reading.Unusable(var code) -> flaws.add(badPhone("phone", code, region));
        }
      }
      for (var typed : several("whatsapp", "[;\\n]")) {
        if (WHATSAPP_ID.matcher(typed).matches()) {
          draft.address(AddressDraft.whatsappId(typed.replaceFirst("(?i)^whatsapp:", "")));
          continue;
        }
        switch (Phones.read(typed, region)) {
          case Phones.Reading.Number(var phone) -> draft.address(AddressDraft.whatsapp(phone));
          case Phones.Reading.Unusable(var code) -> flaws.add(badPhone("whatsapp", code, region));
        }
      }
      for (var typed : several("email", "[;,\\s]")) {
        Emails.normalise(typed).ifPresentOrElse(e -> draft.address(AddressDraft.email(e)),
            () -> flaws.add(new Flaw("email", "invalid-email", "This is no email address.")));
      }
    }

    private static Flaw badPhone(String field, String code, @Nullable String region) {
      return new Flaw(field, code, switch (code) {
        case "phone-letters" -> "Remove the letters; write each number in digits.";
        case "phone-no-area" -> "The area code is missing; write the number as it is dialled from another state.";
        case "phone-too-short" -> "Digits are missing.";
        case "phone-too-long" -> "There are too many digits.";
        case "phone-unassigned" -> "No such numbers are given out in " + region + "; check the digits or begin with + and the country code.";
        default -> region == null ? "This is no telephone number with its country code; begin it with + or give the country."
            : "This is no telephone number of " + region + "; check the digits or begin it with + and the country code.";
      });
    }

    private List<String> several(String name, String separator) {
      var all = value(name).stream().flatMap(v -> java.util.Arrays.stream(v.split(separator))).map(String::strip)
          .filter(v -> !v.isEmpty()).toList();
      if (all.size() <= MOST_ADDRESSES) return all;
      flaws.add(new Flaw(name, "too-many", "At most " + MOST_ADDRESSES + " addresses."));
      return List.of();
    }

    private void consent() {
      for (var word : several("consent", "[\\s,;]+")) {
        Purpose.parse(word).ifPresentOrElse(draft::consent,
            () -> flaws.add(new Flaw("consent", "unknown-purpose", "Purposes are service, information and emergency.")));
      }
    }

    private void tags() {
      for (var tag : value("tags").stream().flatMap(v -> java.util.Arrays.stream(v.split("[,;\\n]+"))).map(String::strip).toList()) {
        if (tag.isEmpty()) continue;
        tag(tag).ifPresentOrElse(draft::tag,
            () -> flaws.add(new Flaw("tags", "invalid-tag", "A tag has at most 60 plain characters.")));
      }
    }

  }

  /** A tag as it is kept; empty for what cannot be one. */
  public static Optional<String> tag(String typed) {
    var tag = typed.strip();
    boolean good = !tag.isEmpty() && tag.length() <= 60 && tag.chars().noneMatch(c -> c == ',' || c == ';') && !hasControl(tag);
    return good ? Optional.of(tag.toLowerCase(java.util.Locale.ROOT)) : Optional.empty();
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }
}
