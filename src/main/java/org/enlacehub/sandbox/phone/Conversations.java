package org.enlacehub.sandbox.phone;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.sandbox.mail.CaughtMail;
import org.enlacehub.sandbox.mail.CaughtMails;
import org.enlacehub.sandbox.mail.MigrantMail;
import org.enlacehub.sandbox.mail.ReadMail;
import org.enlacehub.sandbox.twilio.Address;
import org.enlacehub.sandbox.twilio.BookedMessage;
import org.enlacehub.sandbox.twilio.CarrierBook;
import org.enlacehub.sandbox.twilio.Status;

/** Reads the carriers' memories as conversations on a phone. */
@Singleton
final class Conversations {
  private static final int SHOWN = 60;

  private final CarrierBook book;
  private final CaughtMails mails;
  private final MigrantMail written;

  Conversations(CarrierBook book, CaughtMails mails, MigrantMail written) {
    this.book = book;
    this.mails = mails;
    this.written = written;
  }

  /** The messages of one app, oldest first; those that are still on their way to the phone are not there. */
  List<Bubble> of(Migrant migrant, Tab tab, Texts t) {
    var zone = PhoneNumbers.zone(migrant.number());
    var bubbles = new ArrayList<Bubble>();
    LocalDate day = null;
    for (var item : tab == Tab.MAIL ? mails(migrant) : texts(migrant, tab)) {
      var today = LocalDate.ofInstant(item.at(), zone);
      bubbles.add(item.bubble(today.equals(day) ? null : day(today, t), time(item.at(), zone, t), t));
      day = today;
    }
    return bubbles;
  }

  private List<Item> texts(Migrant migrant, Tab tab) {
    return book.conversation(address(migrant, tab), SHOWN).stream().filter(Conversations::isOnThePhone)
        .map(message -> (Item) new Text(message)).toList();
  }

  private List<Item> mails(Migrant migrant) {
    if (migrant.mail().isEmpty()) {
      return List.of();
    }
    var received = mails.newest(mail -> mail.isTo(migrant.mail()), SHOWN).stream().map(mail -> (Item) new Letter(mail, false));
    var sent = written.by(migrant.mail(), SHOWN).stream().map(mail -> (Item) new Letter(mail, true));
    var all = Stream.concat(received, sent).sorted(Comparator.comparing(Item::at)).toList();
    return all.subList(Math.max(0, all.size() - SHOWN), all.size());
  }

  /** The latest mail from the hub; null when there is none. */
  @Nullable CaughtMail latestMail(Migrant migrant) {
    return migrant.mail().isEmpty() ? null
        : mails.newest(mail -> mail.isTo(migrant.mail()), 1).stream().findFirst().orElse(null);
  }

  static String address(Migrant migrant, Tab tab) {
    return (tab == Tab.WHATSAPP ? Address.WHATSAPP : "") + migrant.number();
  }

  private static boolean isOnThePhone(BookedMessage message) {
    return message.inbound() || switch (message.status()) {
      case DELIVERED, READ -> true;
      default -> false;
    };
  }

  static String time(Instant at, ZoneId zone, Texts t) {
    return DateTimeFormatter.ofPattern("HH:mm", t.locale()).withZone(zone).format(at);
  }

  private static String day(LocalDate day, Texts t) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(t.locale()).format(day);
  }

  /** Something that lies in a conversation. */
  private sealed interface Item {
    Instant at();

    Bubble bubble(@Nullable String day, String time, Texts t);
  }

  private record Text(BookedMessage message) implements Item {
    @Override
    public Instant at() {
      return message.arrived();
    }

    @Override
    public Bubble bubble(@Nullable String day, String time, Texts t) {
      var details = message.details();
      var attachments = new ArrayList<Bubble.Attachment>();
      for (int i = 0; i < details.media().size(); i++) {
        var url = details.media().get(i);
        var type = i < details.mediaTypes().size() ? details.mediaTypes().get(i) : "";
        var kind = type.isEmpty() ? kindByName(url) : type.substring(0, Math.max(0, type.indexOf('/')));
        // What the phone itself sent lies on the shelf, which asks for the account's password: the page has its own way to it.
        var shown = message.inbound() ? "/sandbox/phone/media/" + url.substring(url.lastIndexOf('/') + 1) : url;
        attachments.add(new Bubble.Attachment(shown, kind, url.substring(url.lastIndexOf('/') + 1)));
      }
      var pin = details.latitude() == null ? null : details.latitude() + "," + details.longitude();
      return new Bubble(message.sid(), message.inbound(), day, time, message.inbound() ? t.get("sandbox.you") : t.get("sandbox.hub"),
          details.body(), attachments, message.status().word(), message.status() == Status.SENT ? 1 : 2, null, pin, null, null);
    }

    private static String kindByName(String url) {
      var name = url.toLowerCase(java.util.Locale.ROOT);
      return name.matches(".*\\.(png|jpe?g|gif|webp)([?#].*)?") ? "image"
          : name.matches(".*\\.(mp3|ogg|opus|m4a|wav|amr|aac)([?#].*)?") ? "audio" : "application";
    }
  }

  private record Letter(CaughtMail mail, boolean mine) implements Item {
    @Override
    public Instant at() {
      return mail.at();
    }

    @Override
    public Bubble bubble(@Nullable String day, String time, Texts t) {
      var read = ReadMail.of(mail);
      var files = read.attachments().stream().map(name -> new Bubble.Attachment("", "application", name)).toList();
      return new Bubble((mine ? "w" : "m") + mail.number(), mine, day, time, mine ? t.get("sandbox.you") : read.from(), read.text(),
          files, "received", 2, null, null, read.subject(), read.html() == null || mine ? null : "/sandbox/phone/mail/" + mail.number());
    }
  }
}
