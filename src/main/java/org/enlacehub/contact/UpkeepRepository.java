package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** Walks through all contacts in small transactions. */
@Singleton
class UpkeepRepository {
  private static final int STEP = 1_000;
  private final Statements statements;

  UpkeepRepository(Statements statements) {
    this.statements = statements;
  }

  /** Where people live, as country and area; country only where the area is unknown. */
  record Region(String country, @Nullable String area) {}

  /** A contact's point and the mission it has now. */
  record Resident(long id, Place place, @Nullable String consulate) {}

  /** A wrapped key. */
  record Key(long id, byte[] wrapped) {}

  @Transactional
  List<Region> regions() {
    return statements.list("SELECT DISTINCT country, area FROM contact WHERE state = 'ACTIVE' AND country IS NOT NULL", List.of(),
        row -> new Region(row.getString(1), row.getString(2)));
  }

  /** Gives up to 1,000 people of a region their mission; how many had another. */
  @Transactional
  int assign(Region region, @Nullable String consulate) {
    return statements.update("UPDATE contact SET consulate = ? WHERE state = 'ACTIVE' AND country = ? AND area <=> ?"
        + " AND NOT (consulate <=> ?) LIMIT " + STEP, Arrays.asList(consulate, region.country(), region.area(), consulate));
  }

  @Transactional
  List<Resident> residents(Region region, long after) {
    return statements.list("SELECT id, lat, lon, consulate FROM contact WHERE state = 'ACTIVE' AND country = ? AND area <=> ? AND id > ?"
        + " ORDER BY id LIMIT " + STEP, Arrays.asList(region.country(), region.area(), after), row -> new Resident(row.getLong("id"),
            new Place(region.country(), region.area(), null, null, null, row.getObject("lat", Double.class),
                row.getObject("lon", Double.class)), row.getString("consulate")));
  }

  @Transactional
  void assignEach(List<Resident> moved) {
    statements.batch("UPDATE contact SET consulate = ? WHERE id = ?", moved.stream().map(r -> Arrays.<Object>asList(r.consulate(), r.id())).toList());
  }

  /** People whose names have several words but no hash of all of them together, as those stored before there was one. */
  @Transactional
  List<Long> withoutFullName(long after) {
    return statements.list("SELECT c.id FROM contact c WHERE c.id > ? AND c.state = 'ACTIVE'"
        + " AND NOT EXISTS (SELECT 1 FROM contact_full_name f WHERE f.contact_id = c.id)"
        + " AND (SELECT COUNT(*) FROM contact_word w WHERE w.contact_id = c.id) > 1 ORDER BY c.id LIMIT " + STEP, List.of(after),
        row -> row.getLong(1));
  }

  @Transactional
  List<Key> keys(long after) {
    return statements.list("SELECT id, data_key FROM contact WHERE id > ? AND data_key IS NOT NULL ORDER BY id LIMIT " + STEP, List.of(after),
        row -> new Key(row.getLong(1), row.getBytes(2)));
  }

  /** Puts a key in the place of another, unless the contact was erased meanwhile. */
  @Transactional
  void replace(List<Key> old, List<Key> wrapped) {
    statements.batch("UPDATE contact SET data_key = ? WHERE id = ? AND data_key = ?", java.util.stream.IntStream.range(0, old.size())
        .mapToObj(i -> List.<Object>of(wrapped.get(i).wrapped(), old.get(i).id(), old.get(i).wrapped())).toList());
  }
}
