package org.enlacehub.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.crypto.UnreadableValue;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quartz.Scheduler;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTest implements TestDatabase {
  @Inject Ids ids;
  @Inject Vault vault;
  @Inject BlindIndex index;
  @Inject Scheduler scheduler;

  @Test
  void idsNeverRepeatWhoeverAsks() {
    var seen = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8).forEach(_ -> threads.submit(() -> IntStream.range(0, 5_000).forEach(_ -> assertTrue(seen.add(ids.next())))));
    }
    long block = ids.block(10_000);
    IntStream.range(0, 10_000).forEach(i -> assertTrue(seen.add(block + i)));
    assertEquals(50_000, new HashSet<>(seen).size());
  }

  @Test
  void aSealedValueOpensOnlyWhereItBelongs() {
    var key = vault.newDataKey(7);
    var sealed = vault.sealer(7, key).seal("contact.name", 7, "María");
    assertEquals("María", vault.sealer(7, key).open("contact.name", 7, sealed));
    assertThrows(UnreadableValue.class, () -> vault.sealer(7, key).open("contact.note", 7, sealed));
    assertThrows(UnreadableValue.class, () -> vault.sealer(7, key).open("contact.name", 8, sealed));
    assertThrows(UnreadableValue.class, () -> vault.sealer(8, key));
    assertThrows(UnreadableValue.class, () -> vault.sealer(7, vault.newDataKey(7)).open("contact.name", 7, sealed));
  }

  @Test
  void aBlindIndexIsStableAndKnowsItsKind() {
    assertArrayEquals(index.of("phone", "+15005550006"), index.of("phone", "+15005550006"));
    assertFalse(java.util.Arrays.equals(index.of("phone", "a"), index.of("email", "a")));
    assertEquals(BlindIndex.BYTES, index.of("phone", "a").length);
  }

  @Test
  void theSchedulerIsAClusterMemberOnTheDatabase() throws Exception {
    assertTrue(scheduler.getMetaData().isJobStoreClustered());
    assertTrue(scheduler.isStarted());
  }
}
