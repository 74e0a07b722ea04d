package org.enlacehub.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.enlacehub.account.Actor;
import org.enlacehub.account.NewStaff;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.contact.SaveOutcome;
import org.enlacehub.triage.Triage;

/** People who write to their consulate, and officers who answer, for tests; every number is nobody's. */
@Singleton
public class Inquirers {
  /** Seen by none, so that a text may be looked for. */
  public static final String PASSPORT = "buenas quiero renovar mi pasaporte, vivo en los angeles california";
  /** Judged as severity 1. */
  public static final String DANGER = "mi esposo me esta pegando ahorita tiene un cuchillo ayudenme estoy en los angeles california";
  /** Of every officer. */
  public static final String PASSWORD = "quetzal volcán lago";
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final AtomicLong ARRIVALS = new AtomicLong();
  private final Contacts contacts;
  private final ContactReader reader;
  private final Reception reception;
  private final Triage triage;
  private final Staffs staffs;
  private final Clock clock;

  Inquirers(Contacts contacts, ContactReader reader, Reception reception, Triage triage, Staffs staffs, Clock clock) {
    this.contacts = contacts;
    this.reader = reader;
    this.reception = reception;
    this.triage = triage;
    this.staffs = staffs;
    this.clock = clock;
  }

  /** Somebody with a telephone. */
  public Contact person(String... pairs) {
    int n = NEXT.getAndIncrement();
    var values = new HashMap<String, String>();
    values.put("phone", "+1" + (201 + n / 60) + "55501" + "%02d".formatted(n % 60));
    values.put("consent", "service information emergency");
    values.put("language", "es");
    values.put("country", "US");
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    var reading = reader.read(values, null);
    assertEquals(List.of(), reading.flaws());
    return assertInstanceOf(SaveOutcome.Saved.class, contacts.create(reading.draft(), Origin.staff(Actor.system("test"), "test"))).contact();
  }

  /** The person writes by SMS, now. */
  public Inquiry writes(Contact person, String text) {
    return writes(person, text, Channel.SMS, Duration.ZERO);
  }

  /** The person wrote a while ago and the carrier brings it now. */
  public Inquiry writes(Contact person, String text, Channel channel, Duration ago) {
    var address = person.addresses().stream().filter(a -> a.kind() == AddressKind.PHONE).findFirst().orElseThrow();
    return reception.receive(new Incoming(ARRIVALS.incrementAndGet(), person.id(), address.id(), channel, address.value(), text, null, null,
        List.of(), null, triage.assess(text), clock.instant().minus(ago))).orElseThrow();
  }

  /** An officer at a desk; null for an administrator, who has none. */
  public Staff officer(String desk) {
    int n = NEXT.getAndIncrement();
    return staffs.create(Actor.system("test"), new NewStaff("Oficial " + n, "oficial" + n + "@example.org",
        Set.of(desk == null ? Role.ADMINISTRATOR : Role.OFFICER), desk, PASSWORD, null));
  }
}
