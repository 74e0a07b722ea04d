package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.contact.Indexes.AddressKey;
import org.enlacehub.platform.database.Statements;

/** The table {@code suppression}. */
@Singleton
class SuppressionRepository {
  private final Statements statements;

  SuppressionRepository(Statements statements) {
    this.statements = statements;
  }

  void add(AddressKey key, Set<Channel> channels, SuppressionReason reason, String source, Instant at) {
    statements.batch("INSERT IGNORE INTO suppression (kind, value_index, channel, reason, at, source) VALUES (?, ?, ?, ?, ?, ?)",
        channels.stream().map(c -> Arrays.<Object>asList(key.kind(), key.hash().array(), c, reason, at, source)).toList());
  }

  int remove(AddressKey key, Set<Channel> channels) {
    if (channels.isEmpty()) return 0;
    var parameters = new ArrayList<Object>(List.of(key.kind(), key.hash().array()));
    parameters.addAll(channels);
    return statements.update("DELETE FROM suppression WHERE kind = ? AND value_index = ? AND channel IN ("
        + Statements.marks(channels.size()) + ")", parameters);
  }

  int remove(AddressKey key, Channel channel, SuppressionReason reason) {
    return statements.update("DELETE FROM suppression WHERE kind = ? AND value_index = ? AND channel = ? AND reason = ?",
        List.of(key.kind(), key.hash().array(), channel, reason));
  }

  Optional<SuppressionReason> reason(AddressKey key, Channel channel) {
    return statements.first("SELECT reason FROM suppression WHERE kind = ? AND value_index = ? AND channel = ?",
        List.of(key.kind(), key.hash().array(), channel), row -> SuppressionReason.valueOf(row.getString(1)));
  }
}
