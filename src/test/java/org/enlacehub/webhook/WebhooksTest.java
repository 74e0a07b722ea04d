package org.enlacehub.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.platform.database.Transactions;
import org.enlacehub.testing.SettableClock;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Other systems are told, signed, in order, until they take it; and nothing about people. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest implements TestDatabase {
  private static final Actor ADMIN = Actor.system("test");
  private static final Instant START = Instant.parse("2027-01-11T18:00:00Z");
  private final SettableClock clock = new SettableClock(START);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private volatile int status;
  @Inject Webhooks webhooks;
  @Inject Dispatch dispatch;
  @Inject Notices notices;
  @Inject Transactions transactions;
  @Inject Inquirers inquirers;

  /** What the receiver got. */
  private record Call(String id, Instant at, String signature, String body) {}

  @MockBean(Clock.class)
  Clock clock() {
    return clock;
  }

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false", "enlace.webhooks.internal", "true");
  }

  @BeforeAll
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", exchange -> {
      var headers = exchange.getRequestHeaders();
      calls.add(new Call(headers.getFirst("webhook-id"), Instant.ofEpochSecond(Long.parseLong(headers.getFirst("webhook-timestamp"))),
          headers.getFirst("webhook-signature"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    receiver.start();
  }

  @BeforeEach
  void well() {
    status = 204;
    calls.clear();
  }

  @AfterEach
  void none() {
    webhooks.all().forEach(hook -> webhooks.delete(ADMIN, hook.id()));
  }

  @AfterAll
  void close() {
    receiver.stop(0);
  }

  private Webhooks.Outcome.Made made(NoticeType... types) {
    return assertInstanceOf(Webhooks.Outcome.Made.class, webhooks.create(ADMIN, "Portal", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in",
        types.length == 0 ? EnumSet.allOf(NoticeType.class) : Set.of(types)));
  }

  private Delivery only(Webhook hook) {
    var all = webhooks.deliveries(hook.id(), null, 10);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private void happens() {
    notices.tell(NoticeType.CAMPAIGN, Map.of("campaignId", "7", "name", "aviso", "state", "RUNNING", "act", "start"));
  }

  @Test
  void aNoticeIsSignedAndHoldsIdsOnly() {
    var made = made(NoticeType.INQUIRY_OPENED);
    var inquiry = inquirers.writes(inquirers.person("name", "Rosa Coj"), Inquirers.PASSPORT);
    dispatch.run();
    assertEquals(1, calls.size());
    var call = calls.getFirst();
    assertEquals(Signature.of(made.secret(), call.id(), call.at(), call.body()), call.signature());
    assertTrue(call.body().contains("\"inquiryId\":\"" + inquiry.id() + "\"") && call.body().contains("\"type\":\"inquiry.opened\""), call.body());
    assertFalse(call.body().contains("Rosa") || call.body().contains("pasaporte") || call.body().contains(inquiry.reference()), call.body());
    inquirers.writes(inquirers.person(), "otra pregunta sobre mi pasaporte");
    dispatch.run();
    assertEquals(2, calls.size());
    assertEquals(2, calls.stream().map(Call::id).distinct().count());
  }

  @Test
  void whatIsNotTakenComesAgainLaterAndLaterWithTheSameIdAndThenWaitsToBeSentAnew() {
    var made = made();
    status = 503;
    happens();
    dispatch.run();
    assertEquals(List.of(Delivery.State.WAITING, "503", clock.instant().plusSeconds(5)),
        List.of(only(made.webhook()).state(), only(made.webhook()).outcome(), only(made.webhook()).dueAt()));
    dispatch.run();
    assertEquals(1, calls.size(), "not before it is due");
    for (int i = 0; i < 9; i++) {
      clock.set(only(made.webhook()).dueAt());
      dispatch.run();
    }
    assertEquals(List.of(Delivery.State.FAILED, 10), List.of(only(made.webhook()).state(), only(made.webhook()).attempts()));
    clock.tick(Duration.ofDays(2));
    dispatch.run();
    assertEquals(10, calls.size());
    status = 200;
    assertEquals(1, webhooks.replayFailed(ADMIN, made.webhook().id()));
    dispatch.run();
    assertEquals(Delivery.State.TAKEN, only(made.webhook()).state());
    assertTrue(webhooks.replay(ADMIN, made.webhook().id(), only(made.webhook()).noticeId()));
    dispatch.run();
    assertEquals(1, calls.stream().map(Call::id).distinct().count(), "a receiver can tell that it is the same");
    assertEquals(12, calls.size());
  }

  @Test
  void aReceiverThatIsGoneOrPausedGetsNothingAndAnotherIsNotHeldUp() {
    var gone = made();
    status = 410;
    happens();
    dispatch.run();
    assertEquals("gone", webhooks.find(gone.webhook().id()).orElseThrow().stopped());
    status = 204;
    var other = made(NoticeType.CAMPAIGN);
    webhooks.pause(ADMIN, other.webhook().id());
    clock.tick(Duration.ofHours(1));
    calls.clear();
    happens();
    dispatch.run();
    assertEquals(List.of(), calls);
    webhooks.resume(ADMIN, other.webhook().id());
    dispatch.run();
    assertEquals(1, calls.size(), "what happened meanwhile was kept");
  }

  @Test
  void whatDidNotHappenIsNotTold() {
    var made = made();
    try {
      transactions.write(() -> {
        happens();
        throw new IllegalStateException("undone");
      });
    } catch (IllegalStateException e) {
      assertEquals("undone", e.getMessage());
    }
    assertEquals(List.of(), webhooks.deliveries(made.webhook().id(), null, 10));
  }

  @Test
  void oldNoticesAreForgotten() {
    var made = made();
    happens();
    dispatch.run();
    clock.tick(Duration.ofDays(31));
    dispatch.tidy();
    assertEquals(List.of(), webhooks.deliveries(made.webhook().id(), null, 10));
  }
}
