package org.enlacehub.bench;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.AddressDraft;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.ContactBulk;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.Purpose;
import org.enlacehub.contact.UpsertMode;

/** Invented people by the hundred thousand, and audiences of them. */
final class BenchPeople {
  private final BenchProduct product;
  private final DataSource database;

  BenchPeople(BenchProduct product) {
    this.product = product;
    this.database = DelegatingDataSource.unwrapDataSource(product.bean(DataSource.class));
  }

  /** Makes sure that at least {@code n} contacts with a telephone number exist. */
  void atLeast(int n) throws SQLException {
    atLeast(n, BenchPeople::person);
  }

  /** Makes sure that at least {@code n} contacts exist, the i-th as {@code maker} says. */
  void atLeast(int n, IntFunction<ContactDraft> maker) throws SQLException {
    int have = (int) number("SELECT COUNT(*) FROM contact");
    var bulk = product.bean(ContactBulk.class);
    for (int from = have; from < n; from += ContactBulk.MOST) {
      var drafts = new ArrayList<ContactDraft>();
      for (int i = from; i < Math.min(n, from + ContactBulk.MOST); i++) {
        drafts.add(maker.apply(i));
      }
      bulk.upsertAll(drafts, UpsertMode.UPSERT, Origin.file(Actor.system("bench"), "bench"));
    }
  }

  void truncate(String table) {
    update("TRUNCATE " + table);
  }

  /** As {@link #execute}, where no checked exception can be thrown. */
  void update(String sql) {
    try {
      execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the bench's own statement failed: " + sql, e);
    }
  }

  /** Fixes the first {@code n} contacts as an audience. */
  void audience(long snapshot, int n) throws SQLException {
    execute("DELETE FROM audience_member WHERE snapshot_id = " + snapshot);
    execute("INSERT INTO audience_member (snapshot_id, contact_id) SELECT " + snapshot + ", id FROM contact ORDER BY id LIMIT "
        + n);
  }

  long number(String sql) throws SQLException {
    return numbers(sql).getFirst();
  }

  /** The first column. */
  List<Long> numbers(String sql) throws SQLException {
    try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<Long>();
      while (rows.next()) {
        all.add(rows.getLong(1));
      }
      return all;
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = database.getConnection(); var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    }
  }

  private static ContactDraft person(int i) {
    return ContactDraft.builder().externalId("bench-" + i).givenName("Rosa").familyName("Xol").language("es")
        .address(new AddressDraft(AddressKind.PHONE, "+1%03d555%04d".formatted(200 + i / 10_000 % 800, i % 10_000), "US", true,
            false))
        .consent(Purpose.INFORMATION).build();
  }
}
