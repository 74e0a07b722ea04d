package org.enlacehub.sandbox.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlacehub.sandbox.SandboxCarriers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox posts to the product is what Twilio posts: fields, order, signature, retries. */
class WebhooksTest {
  private static final AtomicInteger STATUS = new AtomicInteger(204);
  private static CapturedWebhooks product;
  private static SandboxServer sandbox;

  @BeforeAll
  static void start() throws IOException {
    product = new CapturedWebhooks(STATUS::get);
    sandbox = new SandboxServer(Map.of("sandbox.product-url", product.url() + "/"));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    product.close();
  }

  @BeforeEach
  void quick() throws Exception {
    STATUS.set(204);
    sandbox.bean(Faults.class).reset();
    sandbox.control("{\"sentAfterMs\": 5, \"deliveredAfterMs\": 5, \"readAfterMs\": 5, \"lateMs\": 50}");
    product.clear();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      +12135550101,          queued sent delivered,                          0
      +12135550164,          queued sent,                                    0
      +12135550165,          queued sent undelivered,                    30003
      +12135550166,          queued sent undelivered,                    30005
      +12135550167,          queued sent undelivered,                    30006
      +12135550168,          queued sent undelivered,                    30007
      +12135550169,          queued sent undelivered,                    30008
      +12135550170,          queued sent undelivered,                    30034
      +12135550181,          queued,                                         0
      +12135550182,          queued sent delivered,                          0
      +12135550183,          queued queued sent sent delivered delivered,    0
      +12135550184,          delivered sent queued,                          0
      +12135550186,          queued failed,                              30001
      +12135550187,          queued sent undelivered,                    30004
      whatsapp:+12135550188, queued sent undelivered,                    63003
      whatsapp:+12135550178, queued failed,                              63016
      whatsapp:+12135550179, queued sent undelivered,                    63024
      whatsapp:+12135550180, queued sent undelivered,                    63049
      whatsapp:+12135550189, queued sent undelivered,                    63032
      whatsapp:+12135550102, queued sent delivered read,                     0
      """)
  void receiptsByNumber(String to, String states, int code) throws Exception {
    send(to);
    var expected = List.of(states.split(" "));
    Waiting.until(() -> product.all().size() >= expected.size());
    assertEquals(expected, product.states());
    assertEquals(code == 0 ? null : Integer.toString(code), product.all().getLast().fields().get("ErrorCode"));
    product.all().forEach(WebhooksTest::isSigned);
  }

  @Test
  void aReceiptIsTriedAgainOnceAfterAnError() throws Exception {
    STATUS.set(500);
    send("+12135550181");
    Waiting.until(() -> product.all().size() == 2);
    assertEquals(List.of("queued", "queued"), product.states());
  }

  @Test
  void anSmsArrivesWithItsFields() {
    var delivery = sandbox.bean(Inbound.class).deliver(InboundMessage.text("+12135550101", false, "¿Dónde queda el consulado?"));
    var hook = product.all().getFirst();
    assertEquals(204, delivery.status());
    assertEquals(product.url() + "/webhooks/twilio/inbound", hook.url());
    assertEquals(delivery.message().sid(), hook.fields().get("MessageSid"));
    assertEquals("¿Dónde queda el consulado?", hook.fields().get("Body"));
    assertEquals("0", hook.fields().get("NumMedia"));
    assertEquals("US", hook.fields().get("FromCountry"));
    assertEquals("CA", hook.fields().get("FromState"));
    assertEquals(SandboxCarriers.ACCOUNT_SID, hook.fields().get("AccountSid"));
    isSigned(hook);
  }

  @Test
  void whatsAppBringsNamePinAndMedia() {
    var picture = sandbox.bean(MediaShelf.class).put("image/jpeg", new byte[] {1});
    sandbox.bean(Inbound.class).deliver(new InboundMessage("+12135550101", true, "mire", "Ana", List.of(picture), null, null));
    sandbox.bean(Inbound.class).deliver(new InboundMessage("+12135550101", true, "", "Ana", List.of(), 34.05, -118.24));
    var withPicture = product.all().get(0).fields();
    var withPin = product.all().get(1).fields();
    assertEquals("image", withPicture.get("MessageType"));
    assertEquals("image/jpeg", withPicture.get("MediaContentType0"));
    assertTrue(withPicture.get("MediaUrl0").startsWith(sandbox.twilioUrl()));
    assertEquals("Ana", withPicture.get("ProfileName"));
    assertEquals("12135550101", withPicture.get("WaId"));
    assertEquals("location", withPin.get("MessageType"));
    assertEquals("34.05", withPin.get("Latitude"));
    product.all().forEach(WebhooksTest::isSigned);
  }

  @Test
  void stopSaysThatItIsAnOptOut() {
    sandbox.bean(Inbound.class).deliver(InboundMessage.text("+12135550103", false, "STOP"));
    assertEquals("STOP", product.all().getFirst().fields().get("OptOutType"));
  }

  @Test
  void aTestCanPostTheSameMessageManyTimes() throws Exception {
    sandbox.post("/sandbox/inbound", "application/json", "{\"from\": \"+12135550101\", \"body\": \"hola\", \"times\": 5}");
    assertEquals(5, product.all().size());
    assertEquals(1, product.all().stream().map(hook -> hook.fields().get("MessageSid")).distinct().count());
  }

  private static void isSigned(CapturedWebhooks.Webhook hook) {
    assertTrue(new RequestValidator(SandboxCarriers.AUTH_TOKEN).validate(hook.url(), hook.fields(), hook.signature()));
  }

  private static void send(String to) {
    var from = to.startsWith("whatsapp:") ? "whatsapp:" + SandboxCarriers.WHATSAPP_FROM : SandboxCarriers.SMS_FROM;
    var message = Message.creator(new PhoneNumber(to), new PhoneNumber(from), "hola")
        .setStatusCallback(product.url() + "/webhooks/twilio/status/42?x=1");
    if (to.startsWith("whatsapp:")) {
      message.setContentSid("HX" + "0".repeat(32));
    }
    message.create(sandbox.twilio());
  }
}
