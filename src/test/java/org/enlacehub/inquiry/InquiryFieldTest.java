package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.enlacehub.account.DeskScope;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Inquiries as a condition of audiences. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InquiryFieldTest implements TestDatabase {
  @Inject Inquirers inquirers;
  @Inject Audiences audiences;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @BeforeAll
  void oneOfTwoAsks() {
    inquirers.writes(inquirers.person(), Inquirers.PASSPORT);
    inquirers.person();
  }

  private long count(String query) {
    return audiences.count(query, new DeskScope.All()).count();
  }

  @Test
  void peopleAreFoundByTheStateOfTheirInquiry() {
    assertEquals(2, count("all"));
    assertEquals(1, count("inquiry = open"));
    assertEquals(1, count("inquiry in (open, waiting)"));
    assertEquals(0, count("inquiry = closed"));
    assertEquals(1, count("has inquiry"));
    assertEquals(1, count("not inquiry = open"));
    var error = assertThrows(QueryError.class, () -> audiences.compile("inquiry = pending")).errors().getFirst();
    assertEquals("invalid", error.code());
    assertEquals(10, error.offset());
  }
}
