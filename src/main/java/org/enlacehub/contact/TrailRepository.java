package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;
import org.enlacehub.platform.id.Ids;

/** What happened to contacts and their consent; rows are only ever added. */
@Singleton
class TrailRepository {
  private static final int FIELDS = 500;
  private static final int CHANGES = 20_000;
  private static final int WORDS = 1_500;
  private final Statements statements;
  private final Ids ids;

  TrailRepository(Statements statements, Ids ids) {
    this.statements = statements;
    this.ids = ids;
  }

  /** A change of a contact; {@code changes} is sealed under {@code sealer}. */
  record Step(long contactId, Instant at, String action, Origin origin, String fields, @Nullable String changes, Sealer sealer) {}

  /** A change of consent. */
  record ConsentStep(long contactId, long addressId, Instant at, ConsentAction action, String channels, String purposes, Origin origin,
      @Nullable String words, Sealer sealer) {}

  /** A step as it was kept. */
  record KeptStep(Instant at, long staffId, String action, String source, String fields, @Nullable String changes) {}

  /** A change of consent as it was kept. */
  record KeptConsent(long addressId, Instant at, ConsentAction action, String channels, String purposes, String givenBy, long staffId,
      String source, @Nullable String words) {}

  void addAll(List<Step> steps) {
    if (steps.isEmpty()) return;
    long first = ids.block(steps.size());
    statements.later("INSERT INTO contact_event (id, contact_id, at, staff_id, action, source, fields, changes)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", java.util.stream.IntStream.range(0, steps.size()).mapToObj(i -> {
          var s = steps.get(i);
          long id = first + i;
          return Arrays.<Object>asList(id, s.contactId(), s.at(), s.origin().actor().staffId(), s.action(), s.origin().source(),
              cut(s.fields(), FIELDS), seal(s.sealer(), "contact_event.changes", id, s.changes(), CHANGES));
        }).toList());
  }

  void addConsents(List<ConsentStep> steps) {
    if (steps.isEmpty()) return;
    long first = ids.block(steps.size());
    statements.batch("INSERT INTO consent_event (id, contact_id, address_id, at, action, channels, purposes, given_by, staff_id, source,"
        + " words) VALUES (" + Statements.marks(11) + ")", java.util.stream.IntStream.range(0, steps.size()).mapToObj(i -> {
          var s = steps.get(i);
          long id = first + i;
          return Arrays.<Object>asList(id, s.contactId(), s.addressId(), s.at(), s.action(), s.channels(), s.purposes(), s.origin().by(),
              s.origin().actor().staffId(), s.origin().source(), seal(s.sealer(), "consent_event.words", id, s.words(), WORDS));
        }).toList());
  }

  List<KeptStep> steps(long contact, Sealer sealer, int limit) {
    return statements.list("SELECT * FROM contact_event WHERE contact_id = ? ORDER BY at DESC, id DESC LIMIT ?", List.of(contact, limit),
        row -> new KeptStep(Statements.instant(row, "at"), row.getLong("staff_id"), row.getString("action"), row.getString("source"),
            row.getString("fields"), open(sealer, "contact_event.changes", row.getLong("id"), row.getBytes("changes"))));
  }

  List<KeptConsent> consents(long contact, Sealer sealer, int limit) {
    return statements.list("SELECT * FROM consent_event WHERE contact_id = ? ORDER BY at DESC, id DESC LIMIT ?", List.of(contact, limit),
        row -> new KeptConsent(row.getLong("address_id"), Statements.instant(row, "at"), ConsentAction.valueOf(row.getString("action")),
            row.getString("channels"), row.getString("purposes"), row.getString("given_by"), row.getLong("staff_id"),
            row.getString("source"), open(sealer, "consent_event.words", row.getLong("id"), row.getBytes("words"))));
  }

  /** What was withdrawn of a contact's addresses behind a moment, as bits of {@link ConsentState} by address. */
  Map<Long, Integer> withdrawnSince(long contact, Instant after) {
    var bits = new HashMap<Long, Integer>();
    statements.list("SELECT address_id, channels, purposes FROM consent_event WHERE contact_id = ? AND at > ? AND action = 'WITHDRAWN'",
        List.of(contact, after), row -> bits.merge(row.getLong(1), bits(row.getString(2), row.getString(3)), (a, b) -> a | b));
    return bits;
  }

  private static int bits(String channels, String purposes) {
    var all = EnumSet.noneOf(Purpose.class);
    for (var purpose : purposes.split(" ")) Purpose.parse(purpose).ifPresent(all::add);
    int bits = 0;
    for (var channel : channels.split(" ")) bits |= Channel.parse(channel).map(c -> ConsentState.bits(EnumSet.of(c), all)).orElse(0);
    return bits;
  }

  private static @Nullable byte[] seal(Sealer sealer, String column, long id, @Nullable String text, int longest) {
    return text == null ? null : sealer.seal(column, id, cut(text, longest));
  }

  private static @Nullable String open(Sealer sealer, String column, long id, @Nullable byte[] sealed) {
    return sealed == null ? null : sealer.open(column, id, sealed);
  }

  /** Cuts by bytes of UTF-8 at worst (a character of the basic plane takes up to three). */
  private static String cut(String text, int longest) {
    return text.length() <= longest / 3 ? text : text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= longest ? text
        : text.substring(0, longest / 3);
  }
}
