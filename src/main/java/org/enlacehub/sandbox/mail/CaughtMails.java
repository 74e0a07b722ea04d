package org.enlacehub.sandbox.mail;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.enlacehub.sandbox.SandboxSettings;

/** The mails that were caught, bounded by number and by bytes; the oldest go first. */
@Singleton
public final class CaughtMails {
  private final int most;
  private final long mostBytes;
  private final Clock clock;
  private final ArrayDeque<CaughtMail> mails = new ArrayDeque<>();
  private final List<Consumer<CaughtMail>> listeners = new CopyOnWriteArrayList<>();
  private long last;
  private long bytes;

  CaughtMails(SandboxSettings settings, Clock clock) {
    this.most = settings.mailsKept();
    this.mostBytes = settings.mailBytesKept();
    this.clock = clock;
  }

  CaughtMail add(String envelopeFrom, List<String> recipients, byte[] raw) {
    CaughtMail mail;
    synchronized (this) {
      mail = new CaughtMail(++last, envelopeFrom, List.copyOf(recipients), clock.instant(), raw);
      mails.addLast(mail);
      bytes += raw.length;
      while (mails.size() > most || bytes > mostBytes && mails.size() > 1) {
        bytes -= mails.removeFirst().raw().length;
      }
    }
    listeners.forEach(listener -> listener.accept(mail));
    return mail;
  }

  /** Newest first. */
  public synchronized List<CaughtMail> newest(Predicate<CaughtMail> wanted, int limit) {
    var found = new ArrayList<CaughtMail>();
    for (Iterator<CaughtMail> each = mails.descendingIterator(); each.hasNext() && found.size() < limit;) {
      var mail = each.next();
      if (wanted.test(mail)) {
        found.add(mail);
      }
    }
    return found;
  }

  public synchronized Optional<CaughtMail> find(long number) {
    return mails.stream().filter(mail -> mail.number() == number).findFirst();
  }

  /** Mails that ever came, those forgotten included. */
  public synchronized long arrived() {
    return last;
  }

  synchronized void clear() {
    mails.clear();
    bytes = 0;
  }

  /** Adds one who is told of each mail; must be quick. */
  public void onArrival(Consumer<CaughtMail> listener) {
    listeners.add(listener);
  }
}
