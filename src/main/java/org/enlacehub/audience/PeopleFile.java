package org.enlacehub.audience;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.IdentityFilters;
import org.enlacehub.contact.Phones;
import org.enlacehub.contact.imports.ContactFile;
import org.enlacehub.contact.imports.FileRow;
import org.enlacehub.contact.imports.FileSource;
import org.enlacehub.contact.imports.Limits;
import org.enlacehub.contact.imports.UnreadableFile;

/**
 * Finds the people that a file names by telephone, email or reference, one row a person, in whatever column these stand. Nobody is
 * made or changed.
 */
@Singleton
public class PeopleFile {
  /** What a list's file may hold; a larger one belongs into an import with a tag. */
  public static final int MOST_ROWS = 200_000;
  private static final Limits LIMITS = Limits.STATED.withRows(MOST_ROWS).withFileBytes(50_000_000);
  private static final int MOST_TOLD = 1_000;
  private static final int BATCH = 500;
  private final PeopleListRepository repository;
  private final IdentityFilters identity;

  PeopleFile(PeopleListRepository repository, IdentityFilters identity) {
    this.repository = repository;
    this.identity = identity;
  }

  /**
   * What a file names.
   *
   * @param rows rows with anything in them, headings not counted
   * @param people who was found, each once
   * @param missing how many rows name nobody known
   * @param told the first of them
   */
  public record Found(int rows, Set<Long> people, int missing, List<Missing> told) {}

  /** A row that names nobody whom the reader may see. @param row as a spreadsheet numbers it */
  public record Missing(int row, String value) {}

  /** @param region country of numbers without a country code, two letters; null when all have one */
  @Transactional
  public Found read(Path file, @Nullable String region, DeskScope scope) throws IOException, UnreadableFile {
    try (var source = ContactFile.open(FileSource.of(file), LIMITS)) {
      var search = new Search(scope);
      var heading = new Named(source.heading(), region);
      if (!heading.addresses.isEmpty()) search.add(heading);
      for (var row = source.next(); row != null; row = source.next()) search.add(new Named(row, region));
      search.settle();
      return new Found(search.rows, search.people, search.missing, search.told);
    }
  }

  /** What the cells of a row could name. */
  private final class Named {
    private final int row;
    private final String shown;
    private final Map<AddressKind, Set<ByteBuffer>> addresses = new EnumMap<>(AddressKind.class);
    private final Set<ByteBuffer> references = new LinkedHashSet<>();

    Named(FileRow source, @Nullable String region) {
      row = source.number();
      var texts = source.cells().stream().map(cell -> cell.text().strip()).filter(text -> !text.isEmpty()).toList();
      texts.forEach(text -> {
        references.add(ByteBuffer.wrap(identity.externalIdHash(text)));
        phone(text, region).ifPresent(e164 -> put(AddressKind.PHONE, e164));
        if (text.indexOf('@') > 0) Emails.normalise(text).ifPresent(email -> put(AddressKind.EMAIL, email));
      });
      shown = texts.stream().filter(text -> text.indexOf('@') > 0 || phone(text, region).isPresent()).findFirst()
          .orElse(texts.isEmpty() ? "" : texts.getFirst());
    }

    private void put(AddressKind kind, String value) {
      addresses.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(ByteBuffer.wrap(identity.addressHash(kind, value)));
    }

    private static Optional<String> phone(String text, @Nullable String region) {
      if (text.chars().filter(Character::isDigit).count() < 7) return Optional.empty();
      return Phones.parse(text, region).or(() -> Phones.parse("+" + text, null)).map(p -> p.e164());
    }
  }

  /** Looks rows up by the batch. */
  private final class Search {
    private final DeskScope scope;
    private final List<Named> waiting = new ArrayList<>();
    private final Set<Long> people = new LinkedHashSet<>();
    private final List<Missing> told = new ArrayList<>();
    private int rows;
    private int missing;

    Search(DeskScope scope) {
      this.scope = scope;
    }

    void add(Named named) {
      rows++;
      waiting.add(named);
      if (waiting.size() == BATCH) settle();
    }

    void settle() {
      var byAddress = new EnumMap<AddressKind, Map<ByteBuffer, Long>>(AddressKind.class);
      for (var kind : List.of(AddressKind.PHONE, AddressKind.EMAIL)) {
        byAddress.put(kind, repository.holders(kind, hashes(waiting.stream().map(n -> n.addresses.getOrDefault(kind, Set.of())).toList()),
            scope));
      }
      var byReference = repository.referred(hashes(waiting.stream().map(n -> n.references).toList()), scope);
      for (var named : waiting) {
        var found = new HashSet<Long>();
        named.addresses.forEach((kind, hashes) -> hashes.forEach(hash -> add(found, byAddress.get(kind).get(hash))));
        if (found.isEmpty()) named.references.forEach(hash -> add(found, byReference.get(hash)));
        people.addAll(found);
        if (!found.isEmpty()) continue;
        missing++;
        if (told.size() < MOST_TOLD) told.add(new Missing(named.row, named.shown));
      }
      waiting.clear();
    }

    private static void add(Set<Long> found, @Nullable Long contact) {
      if (contact != null) found.add(contact);
    }

    private static List<byte[]> hashes(Collection<Set<ByteBuffer>> sets) {
      return sets.stream().flatMap(Set::stream).distinct().map(ByteBuffer::array).toList();
    }
  }
}
