package org.enlacehub.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.exception.AuthenticationException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.enlacehub.sandbox.SandboxCarriers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real Twilio SDK cannot tell the sandbox from Twilio. */
class TwilioSdkTest {
  private static SandboxServer sandbox;
  private static TwilioRestClient twilio;

  @BeforeAll
  static void start() {
    sandbox = new SandboxServer(Map.of());
    twilio = sandbox.twilio();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void clear() {
    sandbox.bean(CarrierBook.class).clear();
    sandbox.bean(Faults.class).reset();
    sandbox.bean(OptOuts.class).clear();
    sandbox.bean(Sessions.class).clear();
  }

  @Test
  void createsAndFetchesAMessage() {
    var made = send("+12135550101", "Buenos días, ñandú");
    var read = Message.fetcher(made.getSid()).fetch(twilio);
    assertTrue(made.getSid().matches("SM[0-9a-f]{32}"));
    assertEquals(Message.Status.QUEUED, made.getStatus());
    assertEquals("Buenos días, ñandú", read.getBody());
    assertEquals("+12135550101", read.getTo());
    assertEquals(SandboxCarriers.SMS_FROM, read.getFrom().toString());
    assertEquals(Message.Direction.OUTBOUND_API, read.getDirection());
    assertNotNull(read.getDateCreated());
    assertNull(read.getErrorCode());
  }

  @Test
  void countsSegmentsAsCarriersDo() {
    assertEquals("1", send("+12135550101", "ñ".repeat(160)).getNumSegments());
    assertEquals("3", send("+12135550101", "ú".repeat(160)).getNumSegments());
  }

  @Test
  void comesToDeliveredByItself() throws Exception {
    sandbox.control("{\"sentAfterMs\": 5, \"deliveredAfterMs\": 5}");
    var made = send("+12135550101", "hola");
    Waiting.until(() -> Message.fetcher(made.getSid()).fetch(twilio).getStatus() == Message.Status.DELIVERED);
    assertNotNull(Message.fetcher(made.getSid()).fetch(twilio).getDateSent());
  }

  @Test
  void aServicePicksTheSender() {
    var made = Message.creator(new PhoneNumber("+12135550101"), "MG" + "0".repeat(32), "hola").create(twilio);
    assertEquals(Message.Status.ACCEPTED, made.getStatus());
    assertEquals("MG" + "0".repeat(32), made.getMessagingServiceSid());
  }

  @Test
  void listsByRecipientSenderAndTimePageByPage() {
    IntStream.range(0, 25).forEach(i -> send("+12135550101", "a" + i));
    IntStream.range(0, 5).forEach(i -> send("+12135550102", "b" + i));
    var toFirst = Message.reader().setTo("+12135550101").pageSize(10).read(twilio);
    assertEquals(25, StreamSupport.stream(toFirst.spliterator(), false).map(Message::getSid).distinct().count());
    assertEquals("a24", Message.reader().setTo("+12135550101").limit(1).read(twilio).iterator().next().getBody());
    assertEquals(30, count(Message.reader().setFrom(SandboxCarriers.SMS_FROM).pageSize(7).read(twilio)));
    assertEquals(5, count(Message.reader().setTo("+12135550102").setFrom(SandboxCarriers.SMS_FROM).read(twilio)));
    assertEquals(0, count(Message.reader().setTo("+12135550103").read(twilio)));
    var now = ZonedDateTime.now(java.time.ZoneOffset.UTC);
    assertEquals(30, count(Message.reader().setDateSentAfter(now.minusMinutes(5)).setDateSentBefore(now.plusMinutes(5)).read(twilio)));
    assertEquals(0, count(Message.reader().setDateSentAfter(now.plusMinutes(5)).read(twilio)));
    assertEquals(0, count(Message.reader().setDateSentBefore(now.minusMinutes(5)).read(twilio)));
    assertEquals(30, count(Message.reader().setDateSent(now).read(twilio)));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(textBlock = """
      not a number,      12,             Hola, 21211
      magic invalid,     +15005550001,   Hola, 21211
      magic not routed,  +15005550002,   Hola, 21612
      magic region,      +15005550003,   Hola, 21408
      magic opted out,   +15005550004,   Hola, 21610
      magic not mobile,  +15005550009,   Hola, 21614
      invalid,           +50255550160,   Hola, 21211
      not mobile,        +12135550161,   Hola, 21614
      region,            +34655550162,   Hola, 21408
      opted out,         +12135550163,   Hola, 21610
      empty,             +12135550101,   '',   21619
      """)
  void refusesAsTwilioDoes(String label, String to, String body, int code) {
    var error = assertThrows(ApiException.class, () -> send(to, body));
    assertEquals(code, error.getCode());
    assertEquals(400, error.getStatusCode());
    assertTrue(error.getMoreInfo().endsWith("/" + code));
    assertEquals(0, sandbox.bean(CarrierBook.class).newestFirst(BookQuery.ALL, Long.MAX_VALUE, 10).size());
  }

  @Test
  void aWrongTokenIsRefused() {
    var stranger = SandboxServer.twilio("wrong", sandbox.twilioUrl());
    var error = assertThrows(com.twilio.exception.TwilioException.class,
        () -> Message.creator(new PhoneNumber("+12135550101"), new PhoneNumber(SandboxCarriers.SMS_FROM), "x").create(stranger));
    assertTrue(error instanceof AuthenticationException || error instanceof ApiException api && api.getCode() == 20003,
        error.toString());
  }

  @Test
  void anUnknownMessageIsNotFound() {
    var error = assertThrows(ApiException.class, () -> Message.fetcher("SM" + "0".repeat(32)).fetch(twilio));
    assertEquals(20404, error.getCode());
  }

  @Test
  void answersTooManyAtFirstAndThenTakesIt() {
    assertEquals(20429, assertThrows(ApiException.class, () -> send("+12135550171", "x")).getCode());
    assertEquals(20429, assertThrows(ApiException.class, () -> send("+12135550171", "x")).getCode());
    assertNotNull(send("+12135550171", "x").getSid());
  }

  @Test
  void theSdkItselfRepeatsAfter500() {
    assertNotNull(send("+12135550172", "x").getSid());
  }

  @Test
  void enforcesARateBySender() throws Exception {
    sandbox.control("{\"perSecond\": 3}");
    IntStream.range(0, 3).forEach(i -> send("+12135550101", "x"));
    assertEquals(20429, assertThrows(ApiException.class, () -> send("+12135550101", "x")).getCode());
  }

  @Test
  void aLostResponseIsBookedOnce() throws Exception {
    assertNoAnswer(() -> send("+12135550174", "perdido"));
    assertEquals(1, count(Message.reader().setTo("+12135550174").read(twilio)));
    assertNoAnswer(() -> send("+12135550185", "nunca"));
    assertEquals(0, count(Message.reader().setTo("+12135550185").read(twilio)));
    sandbox.control("{\"lostResponseEvery\": 1}");
    assertNoAnswer(() -> send("+12135550101", "perdido"));
    assertEquals(1, count(Message.reader().setTo("+12135550101").read(twilio)));
  }

  @Test
  void rubbishAndAProxysPageAreNoMessages() {
    assertThrows(com.twilio.exception.TwilioException.class, () -> send("+12135550176", "x"));
    assertEquals(1, count(Message.reader().setTo("+12135550176").read(twilio)));
    assertThrows(com.twilio.exception.TwilioException.class, () -> send("+12135550177", "x"));
    assertEquals(0, count(Message.reader().setTo("+12135550177").read(twilio)));
  }

  @Test
  void isDownWhenToldSo() throws Exception {
    sandbox.control("{\"down\": true}");
    assertNoAnswer(() -> send("+12135550101", "x"));
    sandbox.control("{\"down\": false, \"authFails\": true}");
    assertThrows(com.twilio.exception.TwilioException.class, () -> send("+12135550101", "x"));
    assertEquals(200, sandbox.post("/sandbox/control/reset", "application/json", "").statusCode());
    assertNotNull(send("+12135550101", "x").getSid());
  }

  @Test
  void freeTextOnWhatsAppNeedsAnOpenSession() throws Exception {
    sandbox.control("{\"sentAfterMs\": 5, \"deliveredAfterMs\": 5, \"readAfterMs\": 5, \"inboundWebhooks\": false}");
    var early = whatsapp("+12135550101", "hola");
    Waiting.until(() -> Message.fetcher(early).fetch(twilio).getStatus() == Message.Status.FAILED);
    assertEquals(63016, Message.fetcher(early).fetch(twilio).getErrorCode());
    sandbox.bean(Inbound.class).deliver(InboundMessage.text("+12135550101", true, "buenas"));
    var later = whatsapp("+12135550101", "hola");
    Waiting.until(() -> Message.fetcher(later).fetch(twilio).getStatus() == Message.Status.READ);
  }

  @Test
  void aTemplateNeedsNoSessionAndIsFilledIn() throws Exception {
    sandbox.control("{\"sentAfterMs\": 5, \"deliveredAfterMs\": 5, \"readAfterMs\": 5}");
    var sid = ContentShelf.sidFor("saludo", "es");
    sandbox.bean(ContentShelf.class).put(sid, "saludo", "es", "Hola {{1}}, su cita es {{2}}.", "UTILITY");
    var made = Message.creator(new PhoneNumber("whatsapp:+12135550101"), new PhoneNumber("whatsapp:" + SandboxCarriers.WHATSAPP_FROM), "")
        .setContentSid(sid).setContentVariables("{\"1\": \"Ana\", \"2\": \"el lunes\"}").create(twilio);
    assertEquals("Hola Ana, su cita es el lunes.", made.getBody());
    Waiting.until(() -> Message.fetcher(made.getSid()).fetch(twilio).getStatus() == Message.Status.READ);
  }

  @Test
  void theContentApiAnswersTheSdk() {
    sandbox.bean(ContentShelf.class).put(ContentShelf.sidFor("aviso", "en"), "aviso", "en", "Hello {{1}}", "UTILITY");
    var all = com.twilio.rest.content.v1.ContentAndApprovals.reader().read(twilio);
    var one = StreamSupport.stream(all.spliterator(), false).filter(content -> content.getFriendlyName().equals("aviso")).findFirst();
    assertEquals("en", one.orElseThrow().getLanguage());
    assertTrue(one.orElseThrow().getApprovalRequests().toString().contains("approved"));
  }

  @Test
  void afterStopTwilioItselfRefuses() throws Exception {
    sandbox.control("{\"inboundWebhooks\": false}");
    var inbound = sandbox.bean(Inbound.class);
    inbound.deliver(InboundMessage.text("+12135550101", false, " Stop "));
    assertEquals(21610, assertThrows(ApiException.class, () -> send("+12135550101", "x")).getCode());
    inbound.deliver(InboundMessage.text("+12135550101", false, "START"));
    assertNotNull(send("+12135550101", "x").getSid());
  }

  @Test
  void theListShowsWhatCameInWhileTheWebhookWasUnreachable() throws Exception {
    sandbox.control("{\"inboundWebhooks\": false}");
    sandbox.bean(Inbound.class).deliver(InboundMessage.text("+12135550101", false, "necesito ayuda"));
    send("+12135550102", "x");
    var inbound = Message.reader().setTo(SandboxCarriers.SMS_FROM).read(twilio).iterator().next();
    assertEquals(Message.Direction.INBOUND, inbound.getDirection());
    assertEquals(Message.Status.RECEIVED, inbound.getStatus());
    assertEquals("necesito ayuda", inbound.getBody());
  }

  @Test
  void theBookTellsWhoGotSomethingTwice() throws Exception {
    send("+12135550101", "x");
    send("+12135550101", "x");
    send("+12135550102", "x");
    var count = sandbox.get("/sandbox/book/count?direction=outbound").body();
    assertTrue(count.contains("\"messages\":3") && count.contains("\"recipients\":2")
        && count.contains("\"duplicated\":[\"+12135550101\"]"), count);
    var rate = sandbox.get("/sandbox/book/rate").body();
    assertTrue(rate.contains("\"messages\":3") && rate.contains("\"peakPerSecond\":3"), rate);
    var entries = sandbox.get("/sandbox/book?to=%2B12135550102&limit=5").body();
    assertTrue(entries.contains("\"to\":\"+12135550102\"") && !entries.contains("+12135550101"), entries);
  }

  @Test
  void theLoopbackCountsAndAnswersTheSdk() {
    try (var loopback = LoopbackTwilio.start()) {
      var fast = SandboxServer.twilio("any", loopback.url());
      var sids = IntStream.range(0, 50).mapToObj(i -> Message.creator(new PhoneNumber("+12135550101"),
          new PhoneNumber(SandboxCarriers.SMS_FROM), "x".repeat(i * 20 + 1)).create(fast).getSid()).distinct().toList();
      assertEquals(50, sids.size());
      assertEquals(50, loopback.count());
    }
  }

  @Test
  void mediaIsServedToWhoHasTheToken() throws Exception {
    sandbox.control("{\"inboundWebhooks\": false}");
    var item = sandbox.bean(MediaShelf.class).put("image/png", new byte[] {1, 2, 3});
    var message = sandbox.bean(Inbound.class).deliver(
        new InboundMessage("+12135550101", true, "", "Ana", List.of(item), null, null)).message();
    var url = message.details().media().getFirst();
    assertTrue(message.sid().startsWith("MM"));
    assertEquals(401, sandbox.get(URI.create(url).getPath()).statusCode());
    var path = "/2010-04-01/Accounts/" + SandboxCarriers.ACCOUNT_SID + "/Messages/" + message.sid() + "/Media.json";
    assertEquals(401, sandbox.get(SandboxCarriers.TWILIO_PATH + path).statusCode());
    var listed = com.twilio.rest.api.v2010.account.message.Media.reader(message.sid()).read(twilio).iterator().next();
    assertEquals("image/png", listed.getContentType());
  }

  /** The SDK tells a broken connection as an ApiException without a code. */
  private static void assertNoAnswer(org.junit.jupiter.api.function.Executable call) {
    assertNull(assertThrows(ApiException.class, call).getCode());
  }

  private static Message send(String to, String body) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber(SandboxCarriers.SMS_FROM), body).create(twilio);
  }

  private static String whatsapp(String to, String body) {
    return Message.creator(new PhoneNumber("whatsapp:" + to), new PhoneNumber("whatsapp:" + SandboxCarriers.WHATSAPP_FROM), body)
        .create(twilio).getSid();
  }

  private static long count(Iterable<Message> messages) {
    return StreamSupport.stream(messages.spliterator(), false).count();
  }
}
