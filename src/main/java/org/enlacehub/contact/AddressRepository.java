package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.contact.Indexes.AddressKey;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.database.Statements;

/** The table {@code contact_address}. */
@Singleton
class AddressRepository {
  private static final String INTO = "INTO contact_address (id, contact_id, kind, value_index, value, region, can_sms, can_whatsapp, valid,"
      + " invalid_reason, preference, granted, withdrawn, unconfirmed, created_at) VALUES (" + Statements.marks(15) + ")";
  static final Comparator<Address> PREFERRED = Comparator.comparingInt(Address::preference).thenComparing(Address::id);
  private final Statements statements;
  private final Indexes indexes;

  AddressRepository(Statements statements, Indexes indexes) {
    this.statements = statements;
    this.indexes = indexes;
  }

  /** Where an address lies, still sealed. */
  record Found(long addressId, long contactId) {}

  /** An address of a contact whose sealer is at hand. */
  record Sealable(Address address, Sealer sealer) {}

  void insertAll(List<Sealable> addresses, Instant now) {
    Remembered.forgetPeople();
    statements.batch("INSERT " + INTO, addresses.stream().map(a -> row(a, now)).toList());
  }

  /** Stores the address unless somebody has it already; of several at once, one succeeds. */
  boolean insertIfFree(Sealable address, Instant now) {
    Remembered.forgetPeople();
    return statements.update("INSERT IGNORE " + INTO, row(address, now)) == 1;
  }

  private List<Object> row(Sealable sealable, Instant now) {
    var a = sealable.address();
    return Arrays.asList(a.id(), a.contactId(), a.kind(), indexes.address(a.kind(), a.value()).hash().array(),
        sealable.sealer().seal("contact_address.value", a.id(), a.value()), a.region(), a.canSms(), a.canWhatsapp(), a.valid(),
        a.invalidReason(), a.preference(), a.consent().granted(), a.consent().withdrawn(), a.consent().unconfirmed(), now);
  }

  /** Writes what can change of an address: capabilities, validity, preference, consent. */
  void updateAll(List<Address> addresses) {
    Remembered.forgetPeople();
    statements.batch("UPDATE contact_address SET can_sms = ?, can_whatsapp = ?, valid = ?, invalid_reason = ?, preference = ?, granted = ?,"
        + " withdrawn = ?, unconfirmed = ? WHERE id = ?", addresses.stream().map(a -> Arrays.<Object>asList(a.canSms(), a.canWhatsapp(),
        a.valid(), a.invalidReason(), a.preference(), a.consent().granted(), a.consent().withdrawn(), a.consent().unconfirmed(), a.id())).toList());
  }

  /** Gives addresses to the contact that they name, sealed anew under its key, with their consent and place in the order. */
  void moveAll(List<Sealable> addresses) {
    statements.batch("UPDATE contact_address SET contact_id = ?, value = ?, preference = ?, granted = ?, withdrawn = ?, unconfirmed = ?"
        + " WHERE id = ?",
        addresses.stream().map(s -> {
          var a = s.address();
          return Arrays.<Object>asList(a.contactId(), s.sealer().seal("contact_address.value", a.id(), a.value()), a.preference(),
              a.consent().granted(), a.consent().withdrawn(), a.consent().unconfirmed(), a.id());
        }).toList());
  }

  void deleteAll(List<Long> ids) {
    Remembered.forgetPeople();
    statements.batch("DELETE FROM contact_address WHERE id = ?", ids.stream().map(List::of).toList());
    statements.batch("DELETE FROM consent_request WHERE address_id = ?", ids.stream().map(List::of).toList());
  }

  /** Addresses by contact, preferred first; contacts without a sealer are left out. */
  Map<Long, List<Address>> ofContacts(Map<Long, Sealer> sealers) {
    if (sealers.isEmpty()) return Map.of();
    var all = new HashMap<Long, List<Address>>();
    statements.list("SELECT * FROM contact_address WHERE contact_id IN (" + Statements.marks(sealers.size()) + ")",
        List.copyOf(sealers.keySet()), row -> {
          long contact = row.getLong("contact_id");
          return all.computeIfAbsent(contact, _ -> new ArrayList<>(2)).add(address(row, sealers.get(contact)));
        });
    all.values().forEach(list -> list.sort(PREFERRED));
    return all;
  }

  private static Address address(ResultSet row, Sealer sealer) throws SQLException {
    long id = row.getLong("id");
    return new Address(id, row.getLong("contact_id"), AddressKind.valueOf(row.getString("kind")),
        sealer.open("contact_address.value", id, row.getBytes("value")), row.getString("region"), row.getBoolean("can_sms"),
        row.getBoolean("can_whatsapp"), row.getBoolean("valid"), row.getString("invalid_reason"), row.getInt("preference"),
        new ConsentState(row.getInt("granted"), row.getInt("withdrawn"), row.getInt("unconfirmed")));
  }

  /** Who has these addresses: a statement for each kind among them. */
  Map<AddressKey, Found> find(Collection<AddressKey> keys) {
    var byKind = new EnumMap<AddressKind, List<Object>>(AddressKind.class);
    for (var key : keys) byKind.computeIfAbsent(key.kind(), _ -> new ArrayList<>()).add(key.hash().array());
    var found = new HashMap<AddressKey, Found>();
    byKind.forEach((kind, hashes) -> {
      var parameters = new ArrayList<Object>(hashes.size() + 1);
      parameters.add(kind);
      parameters.addAll(hashes);
      statements.list("SELECT value_index, id, contact_id FROM contact_address WHERE kind = ? AND value_index IN ("
          + Statements.marks(hashes.size()) + ")", parameters,
          row -> found.put(AddressKey.of(kind, row.getBytes(1)), new Found(row.getLong(2), row.getLong(3))));
    });
    return found;
  }

  void lock(long addressId) {
    statements.first("SELECT id FROM contact_address WHERE id = ? FOR UPDATE", List.of(addressId), row -> row.getLong(1));
  }

  Optional<Long> contactOf(long addressId) {
    return statements.first("SELECT contact_id FROM contact_address WHERE id = ?", List.of(addressId), row -> row.getLong(1));
  }

  Optional<ConsentState> consent(long addressId) {
    return statements.first("SELECT granted, withdrawn, unconfirmed FROM contact_address WHERE id = ?", List.of(addressId),
        row -> new ConsentState(row.getInt(1), row.getInt(2), row.getInt(3)));
  }

  void markInvalid(long id, String reason) {
    Remembered.forgetPeople();
    statements.update("UPDATE contact_address SET valid = 0, invalid_reason = ? WHERE id = ? AND valid = 1", List.of(reason, id));
  }

  void markCapable(long id, Channel channel, boolean capable) {
    Remembered.forgetPeople();
    switch (channel) {
      case SMS -> statements.update("UPDATE contact_address SET can_sms = ? WHERE id = ?", List.of(capable, id));
      case WHATSAPP -> statements.update("UPDATE contact_address SET can_whatsapp = ? WHERE id = ?", List.of(capable, id));
      case EMAIL -> { }
    }
  }

  /** A message came from it, so it exists. */
  void markHeard(long id) {
    Remembered.forgetPeople();
    statements.update("UPDATE contact_address SET valid = 1, invalid_reason = NULL WHERE id = ? AND valid = 0", List.of(id));
  }
}
