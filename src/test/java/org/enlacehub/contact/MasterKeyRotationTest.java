package org.enlacehub.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.platform.crypto.MasterKeyFile;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The master key is changed while the product runs, by what {@code ./enlace rotate-key} does. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MasterKeyRotationTest implements TestDatabase {
  private static final Path KEY = Path.of("target/test-data/rotation.key").toAbsolutePath();
  private static final Origin STAFF = Origin.staff(Actor.system("test"), "test");
  @Inject Contacts contacts;
  @Inject ContactReader reader;
  @Inject Upkeep upkeep;

  @Override
  public Map<String, String> extraProperties() {
    try {
      Files.createDirectories(KEY.getParent());
      Files.writeString(KEY, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("enlace.master-key-file", KEY.toString(), "enlace.master-key", "");
  }

  private long person(int number) {
    var draft = reader.read(Map.of("name", "Rotación " + number, "phone", "+1213555" + (6000 + number)), null).draft();
    return ((SaveOutcome.Saved) contacts.create(draft, STAFF)).contact().id();
  }

  /** The name of the master key in front of each wrapped key, and the wrapped keys themselves. */
  private static List<byte[]> wrapped() throws Exception {
    var all = new ArrayList<byte[]>();
    try (var connection = TestServer.connect();
        var rows = connection.createStatement().executeQuery("SELECT data_key FROM contact WHERE data_key IS NOT NULL ORDER BY id")) {
      while (rows.next()) all.add(rows.getBytes(1));
    }
    return all;
  }

  private static Set<String> masters() throws Exception {
    var names = new TreeSet<String>();
    for (var key : wrapped()) names.add(HexFormat.of().formatHex(key, 0, 4));
    return names;
  }

  @Test
  void theKeyIsChangedUnderARunningProductAndNothingIsLost() throws Exception {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < 5; i++) ids.add(person(i));
    var before = wrapped();
    var old = Files.readString(KEY);
    assertEquals(1, masters().size());

    var file = new MasterKeyFile(KEY);
    file.putNewInFront();
    assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(KEY)));
    ids.add(person(5));
    assertEquals(2, masters().size(), "who comes meanwhile is wrapped by the new key already");
    for (var id : ids) assertTrue(contacts.find(id, new DeskScope.All()).orElseThrow().name().startsWith("Rotación"));

    assertEquals(5, upkeep.rewrap());
    assertEquals(0, upkeep.rewrap(), "a second call has nothing to do");
    assertEquals(1, masters().size());
    for (int i = 0; i < 5; i++) assertFalse(java.util.Arrays.equals(before.get(i), wrapped().get(i)));

    file.keepFirst();
    for (var id : ids) assertTrue(contacts.find(id, new DeskScope.All()).orElseThrow().name().startsWith("Rotación"));
    assertFalse(Files.readString(KEY).contains(old.strip()));
    assertThrows(RuntimeException.class, () -> contacts.find(restored(ids.getFirst(), before.getFirst()), new DeskScope.All()),
        "what the forgotten key wrapped stays shut");
    assertEquals(1, file.keys().size());
  }

  private static long restored(long id, byte[] key) throws Exception {
    try (var connection = TestServer.connect(); var update = connection.prepareStatement("UPDATE contact SET data_key = ? WHERE id = ?")) {
      update.setBytes(1, key);
      update.setLong(2, id);
      update.executeUpdate();
    }
    return id;
  }
}
