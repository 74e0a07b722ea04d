package org.enlacehub.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;

/** Makes contacts for tests, with numbers that are nobody's. */
@Singleton
public class People {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private final Contacts contacts;
  private final ContactReader reader;

  People(Contacts contacts, ContactReader reader) {
    this.contacts = contacts;
    this.reader = reader;
  }

  /** A contact from canonical names and values, for example {@code "phone", "+12135550101"}. */
  public Contact with(String... pairs) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    values.putIfAbsent("consent", "service information emergency");
    values.putIfAbsent("language", "es");
    values.putIfAbsent("country", "US");
    var reading = reader.read(values, null);
    assertEquals(List.of(), reading.flaws());
    return assertInstanceOf(SaveOutcome.Saved.class, contacts.create(reading.draft(), Origin.staff(Actor.system("test"), "test")))
        .contact();
  }

  /** Somebody who can be reached by SMS. */
  public Contact withPhone() {
    return with("phone", number());
  }

  /** A number that behaves well: no two tests get the same. */
  public static String number() {
    int n = NEXT.getAndIncrement();
    return "+1" + (201 + n / 60) + "55501" + "%02d".formatted(n % 60);
  }

  /** A number that misbehaves as its last two digits say, see NumberBehaviour. */
  public static String number(String lastTwo) {
    return "+1" + (201 + NEXT.getAndIncrement()) + "55501" + lastTwo;
  }
}
