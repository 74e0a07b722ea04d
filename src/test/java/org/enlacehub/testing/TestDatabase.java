package org.enlacehub.testing;

import io.micronaut.test.support.TestPropertyProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a {@code @MicronautTest(transactional = false)} class the real database: the embedded one, or the MySQL that
 * {@code ENLACE_TEST_DB_URL} (with {@code ENLACE_TEST_DB_USER}, {@code ENLACE_TEST_DB_PASSWORD}) names. The test class carries
 * {@code @TestInstance(PER_CLASS)}; each class begins with empty tables.
 */
public interface TestDatabase extends TestPropertyProvider {
  AtomicInteger CONTEXTS = new AtomicInteger();

  /** What this class sets beside the database. */
  default Map<String, String> extraProperties() {
    return Map.of();
  }

  @Override
  default Map<String, String> getProperties() {
    var all = new HashMap<String, String>(TestServer.freshDatabase());
    all.put("micronaut.server.port", "-1");
    all.put("enlace.role", "product");
    all.put("enlace.data-dir", "target/test-data/folder");
    // Two schedulers of one name cannot live in one JVM.
    all.put("enlace.quartz.cluster", "test" + CONTEXTS.incrementAndGet());
    all.putAll(extraProperties());
    return all;
  }
}
