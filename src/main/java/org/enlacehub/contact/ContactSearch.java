package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.enlacehub.account.DeskScope;

/**
 * Finds people by what somebody typed into one box: a telephone number, an email address, words of a name, a reference, or a condition
 * in the language of audiences. A prefix ({@code tel:}, {@code correo:}, {@code nombre:}, {@code ref:} or their English words) says
 * which.
 */
@Singleton
public class ContactSearch {
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]{7,24}");
  private static final Pattern CONDITION = Pattern.compile("[=<>()]|^(?i:all|(not\\s+)?has\\s.*)$");
  private static final int LONGEST = 10_000;
  private final ContactStore store;
  private final ContactSearchRepository repository;
  private final IdentityFilters identity;
  private final FilterLanguage language;
  private final Map<String, Function<String, Optional<ContactFilter>>> prefixes;

  ContactSearch(ContactStore store, ContactSearchRepository repository, IdentityFilters identity, FilterLanguage language) {
    this.store = store;
    this.repository = repository;
    this.identity = identity;
    this.language = language;
    this.prefixes = Map.of("tel", this::phone, "phone", this::phone, "correo", this::email, "email", this::email, "nombre", this::name,
        "name", this::name, "ref", this::reference);
  }

  /** The condition that a text means, or where it is wrong. A blank text means everybody. */
  @Transactional
  public FilterLanguage.Reading read(String typed) {
    var text = typed.strip();
    if (text.length() > LONGEST) return new FilterLanguage.Reading.Wrong(LONGEST, t -> t.get("contact.search.long", LONGEST), null);
    if (text.isEmpty()) return new FilterLanguage.Reading.Read(ContactFilter.ALL);
    int colon = text.indexOf(':');
    var prefix = colon < 1 ? null : prefixes.get(text.substring(0, colon).toLowerCase(Locale.ROOT));
    if (prefix != null) {
      return prefix.apply(text.substring(colon + 1).strip()).<FilterLanguage.Reading>map(FilterLanguage.Reading.Read::new)
          .orElseGet(() -> new FilterLanguage.Reading.Wrong(colon + 1, t -> t.get("contact.search.unusable"), null));
    }
    if (PHONE.matcher(text).matches()) {
      var phone = phone(text);
      if (phone.isPresent()) return new FilterLanguage.Reading.Read(phone.get());
    }
    if (text.indexOf('@') > 0 && text.indexOf(' ') < 0) {
      var email = email(text);
      if (email.isPresent()) return new FilterLanguage.Reading.Read(email.get());
    }
    if (CONDITION.matcher(text).find()) return language.read(text);
    return new FilterLanguage.Reading.Read(named(text));
  }

  /** Words of a name, or the reference where somebody bears it: asking for both at once costs a common name its order. */
  private ContactFilter named(String text) {
    var words = identity.words(text);
    var reference = identity.externalId(text);
    if (words.equals(ContactFilter.ALL)) return reference;
    return repository.isReference(reference) ? either(words, reference) : words;
  }

  private static ContactFilter either(ContactFilter words, ContactFilter reference) {
    var both = new java.util.ArrayList<>(words.parameters());
    both.addAll(reference.parameters());
    // A table of its own, made once: as a bare UNION it would be asked again for every contact.
    return new ContactFilter("c.id IN (SELECT found.id FROM (SELECT c.id FROM contact c WHERE " + words.sql()
        + " UNION SELECT c.id FROM contact c WHERE " + reference.sql() + ") found)", both);
  }

  private Optional<ContactFilter> phone(String text) {
    return Phones.parse(text, null).or(() -> Phones.parse("+" + text, null)).map(p -> identity.address(AddressKind.PHONE, p.e164()));
  }

  private Optional<ContactFilter> email(String text) {
    return Emails.normalise(text).map(e -> identity.address(AddressKind.EMAIL, e));
  }

  private Optional<ContactFilter> name(String text) {
    return Optional.of(identity.words(text));
  }

  private Optional<ContactFilter> reference(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(identity.externalId(text));
  }

  /** Contacts with ids below {@code before} ({@code Long.MAX_VALUE} for the first page), the highest first. */
  @Transactional
  public List<Contact> page(ContactFilter filter, DeskScope scope, long before, int limit) {
    var ids = repository.page(ContactFilter.within(scope).and(filter), before, limit);
    var loaded = store.load(ids);
    return ids.stream().map(loaded::get).filter(k -> k != null).map(KeyedContact::contact).toList();
  }
}
