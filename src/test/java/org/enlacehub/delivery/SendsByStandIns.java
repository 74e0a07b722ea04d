package org.enlacehub.delivery;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Purpose;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test whose messages leave by the sandbox's carriers, on lanes whose turns the test takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SendsByStandIns implements TestDatabase {
  static final DeskScope ALL = new DeskScope.All();
  private static final Duration TURN = Duration.ofSeconds(30);
  private static final Duration IDLE = Duration.ofMillis(50);
  final StandInCarriers carriers = new StandInCarriers();
  @Inject Outbox outbox;
  @Inject Messages messages;
  @Inject Lanes lanes;
  @Inject People people;

  @Override
  public Map<String, String> extraProperties() {
    return carriers.properties();
  }

  @BeforeEach
  void allIsWell() {
    carriers.reset();
    lanes.all().forEach(lane -> lanes.resume(lane.lane()));
  }

  @AfterAll
  void closeCarriers() {
    carriers.close();
  }

  /** One turn on a lane: until nothing is due. */
  void work(String lane) {
    lanes.work(lane, TURN, IDLE);
  }

  MessageView view(long id) {
    return messages.find(id, ALL).orElseThrow();
  }

  /** A message of service that waits for no night to end. */
  static NewMessage service(Contact to, String text, Channel... channels) {
    return NewMessage.to(to.id(), Content.text("es", text)).by(channels).with(Purpose.SERVICE, Priority.SERVICE, Quiet.NONE);
  }
}
