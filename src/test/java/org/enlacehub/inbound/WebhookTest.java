package org.enlacehub.inbound;

import static org.enlacehub.inbound.Webhook.form;
import static org.enlacehub.inbound.Webhook.number;
import static org.enlacehub.inbound.Webhook.sid;
import static org.enlacehub.inbound.Webhook.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contacts;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.testing.TestDatabase;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio brings is stored once before it is acknowledged, whatever it holds; what others bring leaves nothing. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest implements TestDatabase {
  private static final String PATH = "/webhooks/twilio/inbound";
  private static final Actor ALL = Actor.system("test");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private Map<String, String> properties;
  private Webhook twilio;
  @Inject EmbeddedServer server;
  @Inject Inbox inbox;
  @Inject Contacts contacts;
  @Inject InquiryReader inquiries;

  @Override
  public Map<String, String> extraProperties() {
    return Webhook.product();
  }

  @Override
  public Map<String, String> getProperties() {
    properties = TestDatabase.super.getProperties();
    return properties;
  }

  @BeforeAll
  void open() {
    twilio = new Webhook(server.getURI());
  }

  /** A number that nobody has, and none of the sandbox's that misbehave. */
  private static String somebody() {
    int n = PEOPLE.getAndIncrement();
    return "+1" + (301 + n / 50) + "55501" + "%02d".formatted(n % 50);
  }

  private void settled() {
    Until.isTrue("everything was handed on", SOON, () -> {
      inbox.sweep();
      return inbox.idle() && number("SELECT COUNT(*) FROM arrival WHERE state = 'NEW'") == 0;
    });
  }

  private long contact(String phone) {
    return contacts.findByAddress(AddressKind.PHONE, phone).orElseThrow().id();
  }

  /** What a person's thread shows, oldest first. */
  private List<String> words(String phone) {
    long contact = contact(phone);
    return inquiries.open(number("SELECT id FROM inquiry WHERE contact_id = " + contact), ALL, null, 100).orElseThrow().lines().stream()
        .filter(line -> line.entry().kind().name().equals("IN")).map(InquiryReader.Line::words).toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    var ready = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = calls.stream().map(call -> threads.submit(() -> {
        ready.await();
        return call.call();
      })).toList();
      ready.countDown();
      var all = new ArrayList<T>();
      for (var one : running) {
        all.add(one.get());
      }
      return all;
    }
  }

  static List<String> bodies() {
    return List.of("buenas, ¿cuándo abren?", "🙏🏽😭🆘", "مرحبا أحتاج مساعدة في جواز السفر", "H̷̢͝o̶l̸a̵ c̴̛̪o̸̡̅n̶s̷u̸l̶a̴d̵o̶",
        "<script>alert('x')</script><img src=x onerror=alert(1)>", "'; DROP TABLE inquiry; -- \" \\ %00 ${jndi:ldap://x} {{7*7}}",
        "a".repeat(1_600), "línea uno\r\nlínea dos\ttab", "\u0000nulo\u0001", "\uFFFD", "ñ".repeat(1_600));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void whateverAPersonWritesStandsInTheThreadAsTheyWroteIt(String body) {
    var phone = somebody();
    assertEquals(200, twilio.message(sid(body), phone, body));
    settled();
    assertEquals(List.of(body.strip()), words(phone));
  }

  @Test
  void anEmptyMessageReachesADeskToo() {
    var phone = somebody();
    assertEquals(200, twilio.message(sid("empty"), phone, ""));
    settled();
    assertEquals(List.of(""), words(phone));
  }

  @Test
  void aPinWithoutWordsShowsWhereItIs() {
    var phone = somebody();
    assertEquals(200, twilio.message(sid("pin"), "whatsapp:" + phone, "", "Latitude", "29.76", "Longitude", "-95.36", "Label", "Taquería",
        "Address", "Main St"));
    settled();
    assertEquals(List.of("Taquería, Main St\ngeo:29.76,-95.36"), words(phone));
  }

  @Test
  void aPinOutsideTheWorldIsNone() {
    var phone = somebody();
    assertEquals(200, twilio.message(sid("nowhere"), "whatsapp:" + phone, "aquí", "Latitude", "NaN", "Longitude", "1e9"));
    settled();
    assertEquals(List.of("aquí"), words(phone));
  }

  @Test
  void bytesThatAreNoTextAreKeptAsWellAsTheyCanBe() {
    var phone = somebody();
    var body = "MessageSid=" + sid("bytes") + "&From=" + phone.replace("+", "%2B") + "&To=%2B15005550006&Body=hola%FF%FEmundo%C3";
    var text = Webhook.PUBLIC + PATH + "Bodyhola\uFFFD\uFFFDmundo\uFFFDFrom" + phone + "MessageSid" + sid("bytes") + "To+15005550006";
    assertEquals(200, twilio.raw(PATH, body.getBytes(StandardCharsets.US_ASCII), Webhook.signature(SandboxCarriers.AUTH_TOKEN, text)));
    settled();
    assertEquals(List.of("hola\uFFFD\uFFFDmundo\uFFFD"), words(phone));
  }

  @Test
  void whatIsNoFormIsRefusedWithoutATrace() {
    long before = number("SELECT COUNT(*) FROM arrival");
    var empty = Webhook.signature(SandboxCarriers.AUTH_TOKEN, Webhook.PUBLIC + PATH);
    assertEquals(403, twilio.raw(PATH, null, null));
    assertEquals(400, twilio.raw(PATH, null, empty), "signed, and no message");
    assertEquals(400, twilio.raw(PATH, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '%', 'z'}, empty));
    assertEquals(413, twilio.raw(PATH, ("Body=" + "a".repeat(1024 * 1024)).getBytes(StandardCharsets.US_ASCII), empty));
    assertEquals(413, twilio.raw(PATH, ("Body=" + "a".repeat(3 * 1024 * 1024)).getBytes(StandardCharsets.US_ASCII), empty));
    assertEquals(400, twilio.post(PATH, Map.of("Body", "sin remitente", "MessageSid", sid("x"))));
    assertEquals(400, twilio.post(PATH, form("SM'; DROP TABLE arrival", somebody(), "hola")));
    assertEquals(before, number("SELECT COUNT(*) FROM arrival"));
  }

  @Test
  void aForgedSignatureLeavesNothing() {
    long before = number("SELECT (SELECT COUNT(*) FROM arrival) + (SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM inquiry)");
    var fields = form(sid("forged"), somebody(), "hola");
    var body = Webhook.encode(fields).getBytes(StandardCharsets.US_ASCII);
    for (var signature : new String[] {null, "", "AAAA", Webhook.signature("another-token", Webhook.PUBLIC + PATH), "ñ"}) {
      if (signature == null || signature.chars().allMatch(c -> c < 128)) {
        assertEquals(403, twilio.raw(PATH, body, signature), String.valueOf(signature));
      }
    }
    assertEquals(403, new Webhook(server.getURI(), "https://elsewhere.example.org").post(PATH, fields), "made for another address");
    assertEquals(before, number("SELECT (SELECT COUNT(*) FROM arrival) + (SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM inquiry)"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"https://enlace.example.org", "https://enlace.example.org:443"})
  void theAddressThatTwilioCallsIsSignedWithOrWithoutItsPort(String called) {
    assertEquals(200, new Webhook(server.getURI(), called).message(sid(called), somebody(), "hola"));
    assertEquals(200, new Webhook(server.getURI(), called).post(PATH + "?desk=a%20b&x=1", form(sid(called + "?"), somebody(), "hola")),
        "the query belongs to it, as it was written");
    assertEquals(403, new Webhook(server.getURI(), "http://enlace.example.org").message(sid(called + "!"), somebody(), "hola"));
  }

  @Test
  void theSameMessageAHundredTimesAtOnceIsOneInquiry() throws Exception {
    var phone = somebody();
    assertEquals(List.of(200), atOnce(IntStream.range(0, 100).<Callable<Integer>>mapToObj(_ -> () -> twilio.message(sid("often"), phone, "hola, una pregunta"))
        .toList()).stream().distinct().toList());
    settled();
    assertEquals(List.of("hola, una pregunta"), words(phone));
    assertEquals(1, number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + contact(phone)));
    assertEquals(1, number("SELECT COUNT(*) FROM arrival WHERE carrier_id LIKE '" + sid("often") + "%'"), "it says the same each time");
  }

  @Test
  void theSameIdWithOtherWordsIsKeptAsideAndOverwritesNothing() {
    var phone = somebody();
    assertEquals(200, twilio.message(sid("twice"), phone, "primero"));
    settled();
    assertEquals(200, twilio.message(sid("twice"), phone, "segundo"));
    assertEquals(200, twilio.message(sid("twice"), phone, "segundo"));
    assertEquals(200, twilio.message(sid("twice"), phone, "primero"));
    settled();
    assertEquals(List.of("primero"), words(phone));
    assertEquals(1, number("SELECT COUNT(*) FROM arrival WHERE state = 'ASIDE' AND result = 'other-words' AND payload IS NOT NULL"
        + " AND carrier_id LIKE '" + sid("twice") + "#%'"));
  }

  @Test
  void tenFirstMessagesOfAStrangerOnTwoNodesAreOneConversation() throws Exception {
    var second = new HashMap<String, Object>(properties);
    second.put("enlace.quartz.cluster", properties.get("enlace.quartz.cluster") + "b");
    try (var other = ApplicationContext.run(second, "test").getBean(EmbeddedServer.class).start().getApplicationContext()) {
      var nodes = List.of(twilio, new Webhook(other.getBean(EmbeddedServer.class).getURI()));
      var phone = somebody();
      var texts = IntStream.range(0, 10).mapToObj(i -> "pregunta número " + i).toList();
      assertEquals(List.of(200), atOnce(IntStream.range(0, 10).<Callable<Integer>>mapToObj(i ->
          () -> nodes.get(i % 2).message(sid("first " + i), (i % 3 == 0 ? "whatsapp:" : "") + phone, texts.get(i))).toList()).stream()
          .distinct().toList());
      Until.isTrue("the other node is done", SOON, () -> other.getBean(Inbox.class).idle());
      settled();
      assertEquals(1, number("SELECT COUNT(DISTINCT contact_id) FROM inquiry WHERE contact_id = " + contact(phone)));
      assertEquals(texts, words(phone).stream().sorted().toList());
      assertEquals(10, number("SELECT COUNT(*) FROM inquiry_entry WHERE kind = 'IN' AND contact_id = " + contact(phone)));
    }
  }

  @Test
  void aWhatsAppSenderWithoutANumberIsAPersonToo() {
    assertEquals(200, twilio.message(sid("bsuid"), "whatsapp:US.13491208655302741918", "buenas, vivo en houston texas"));
    settled();
    var person = contacts.findByAddress(AddressKind.WHATSAPP_ID, "US.13491208655302741918").orElseThrow();
    assertEquals(1, number("SELECT COUNT(*) FROM inquiry WHERE contact_id = " + person.id()));
  }

  @Test
  void machinesAreSetAsideWhole() {
    assertEquals(200, twilio.message(sid("short"), "72345", "Your code is 1234"));
    assertEquals(200, twilio.message(sid("ours"), SandboxCarriers.WHATSAPP_FROM, "hola", "To", SandboxCarriers.SMS_FROM));
    assertEquals(200, twilio.message(sid("ours 2"), SandboxCarriers.SMS_FROM, "hola", "To", SandboxCarriers.SMS_FROM));
    settled();
    assertEquals("no-sender", word("SELECT result FROM arrival WHERE state = 'ASIDE' AND payload IS NOT NULL AND carrier_id = '" + sid("short") + "'"));
    assertEquals("own-number", word("SELECT result FROM arrival WHERE state = 'ASIDE' AND carrier_id = '" + sid("ours 2") + "'"));
  }

  @Test
  void whoWritesAHundredTimesHoldsUpNobodyAndIsAnsweredAFewTimes() {
    var flood = somebody();
    var quiet = somebody();
    for (int i = 0; i < 100; i++) {
      assertEquals(200, twilio.message(sid("flood " + i), flood, "INFO"));
    }
    assertEquals(200, twilio.message(sid("quiet"), quiet, "necesito mi partida de nacimiento"));
    Until.isTrue("the quiet one was served", SOON, () -> contacts.findByAddress(AddressKind.PHONE, quiet).isPresent());
    settled();
    assertEquals(100, number("SELECT COUNT(*) FROM arrival WHERE result = 'HELP' AND carrier_id IN ("
        + IntStream.range(0, 100).mapToObj(i -> "'" + sid("flood " + i) + "'").collect(Collectors.joining(",")) + ")"));
    assertEquals(5, number("SELECT COUNT(*) FROM message WHERE contact_id = " + contact(flood)), "automaticPerDay of config/inquiry");
  }

  @Test
  void receiptsOfStrangersChangeNothing() {
    var fields = Map.of("MessageSid", sid("receipt"), "MessageStatus", "delivered", "AccountSid", SandboxCarriers.ACCOUNT_SID);
    assertEquals(200, twilio.post("/webhooks/twilio/status/123456789", fields), "no such message");
    assertEquals(200, twilio.post("/webhooks/twilio/status/nonsense", fields));
    assertEquals(200, twilio.post("/webhooks/twilio/status/99999999999999999999", fields));
    assertEquals(200, twilio.post("/webhooks/twilio/status/1", Map.of("MessageStatus", "dancing")));
    assertEquals(403, twilio.raw("/webhooks/twilio/status/1", "MessageStatus=failed".getBytes(StandardCharsets.US_ASCII), "AAAA"));
    assertTrue(number("SELECT COUNT(*) FROM message WHERE state = 'DELIVERED'") == 0);
  }
}
