package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.enlacehub.channel.email.reading.MailHeaders;
import org.enlacehub.contact.ContactKeys;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** Keeps the bytes of mails, sealed and in pieces, and lets them be read again as they flow. */
@Singleton
class MailStore {
  private static final int PIECE = 512 * 1024;
  private static final String SEALED = "mail_piece.sealed.";
  private final MailRepository mails;
  private final MailboxRepository mailboxes;
  private final ContactKeys keys;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  MailStore(MailRepository mails, MailboxRepository mailboxes, ContactKeys keys, Vault vault, Ids ids, Clock clock) {
    this.mails = mails;
    this.mailboxes = mailboxes;
    this.keys = keys;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Where a mail lies in its mailbox. */
  record Place(String mailbox, long uidValidity, long uid) {}

  /**
   * Stores a mail and, in the same transaction, that its mailbox was read so far.
   *
   * @param most bytes to keep; of a longer mail the beginning is kept
   * @return its id; empty when it was stored before
   */
  OptionalLong store(Place place, InputStream raw, long most) throws IOException {
    long id = ids.next();
    var first = raw.readNBytes((int) Math.min(PIECE, most));
    var print = new Fingerprint(first);
    if (first.length < PIECE) {
      return finish(id, place, first, print, first.length, raw.read() >= 0);
    }
    // A long one: pieces in transactions of their own, and a row that says that it is not all here.
    begin(id, place, first);
    long bytes = first.length;
    int number = 1;
    for (byte[] piece; bytes < most && (piece = raw.readNBytes((int) Math.min(PIECE, most - bytes))).length > 0; number++) {
      print.add(piece);
      mails.insertPiece(id, number, vault.system().sealBytes(SEALED + number, id, piece));
      bytes += piece.length;
    }
    return finish(id, place, null, print, bytes, raw.read() >= 0);
  }

  @Transactional
  void begin(long id, Place place, byte[] first) {
    mails.insert(id, place.mailbox(), place.uid(), "COMING", clock.instant());
    mails.insertPiece(id, 0, vault.system().sealBytes(SEALED + 0, id, first));
  }

  @Transactional
  OptionalLong finish(long id, Place place, byte @Nullable [] whole, Fingerprint print, long bytes, boolean cut) {
    if (whole != null) {
      begin(id, place, whole);
    }
    boolean fresh = mails.arrived(id, print.value(), bytes, cut);
    mailboxes.moved(place.mailbox(), place.uidValidity(), place.uid(), clock.instant());
    return fresh ? OptionalLong.of(id) : OptionalLong.empty();
  }

  /** The server does not give this one out: that it was there is kept, and reading goes on behind it. */
  @Transactional
  void unreadable(Place place) {
    long id = ids.next();
    mails.insert(id, place.mailbox(), place.uid(), "NEW", clock.instant());
    mails.sorted(id, MailKind.UNREADABLE, null, null, new byte[0]);
    mailboxes.moved(place.mailbox(), place.uidValidity(), place.uid(), clock.instant());
  }

  /** Who seals what is kept of a mail; empty when its person was erased. */
  Optional<Sealer> sealer(@Nullable Long contactId) {
    return contactId == null ? Optional.of(vault.system()) : keys.sealer(contactId);
  }

  /** The mail's bytes, a piece in memory at a time. Close nothing. */
  InputStream open(long id, Sealer sealer) {
    return new Pieces(id, sealer);
  }

  /** From now on only the person's key opens it. Joins the caller's transaction. */
  @Transactional
  void giveTo(long id, Sealer person) {
    int number = 0;
    for (var sealed = mails.piece(id, 0); sealed.isPresent(); sealed = mails.piece(id, ++number)) {
      var open = vault.system().openBytes(SEALED + number, id, sealed.get());
      mails.replacePiece(id, number, person.sealBytes(SEALED + number, id, open));
    }
  }

  /** Tells equal mails apart from others: by what their writer wrote, not by the marks of servers on the way. */
  static final class Fingerprint {
    private static final List<String> WRITTEN = List.of("from", "to", "cc", "date", "subject", "message-id");
    private final MessageDigest digest;

    Fingerprint(byte[] first) {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 is part of every JDK", e);
      }
      int end = endOfHeaders(first);
      var headers = MailHeaders.parse(new String(first, 0, end, StandardCharsets.ISO_8859_1));
      WRITTEN.forEach(name -> digest.update((name + headers.all(name)).getBytes(StandardCharsets.ISO_8859_1)));
      digest.update(first, end, first.length - end);
    }

    void add(byte[] piece) {
      digest.update(piece);
    }

    byte[] value() {
      return digest.digest();
    }

    private static int endOfHeaders(byte[] raw) {
      for (int i = 0; i + 1 < raw.length; i++) {
        if (raw[i] == '\n' && (raw[i + 1] == '\n' || i + 2 < raw.length && raw[i + 1] == '\r' && raw[i + 2] == '\n')) {
          return i + 1;
        }
      }
      return raw.length;
    }
  }

  /** A stream over the pieces. */
  private final class Pieces extends InputStream {
    private final long id;
    private final Sealer sealer;
    private int next;
    private InputStream piece = new ByteArrayInputStream(new byte[0]);

    Pieces(long id, Sealer sealer) {
      this.id = id;
      this.sealer = sealer;
    }

    @Override
    public int read() throws IOException {
      int octet = piece.read();
      return octet >= 0 || !advance() ? octet : piece.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = piece.read(into, from, length);
      return n > 0 || length == 0 || !advance() ? n : piece.read(into, from, length);
    }

    private boolean advance() {
      var sealed = mails.piece(id, next);
      sealed.ifPresent(bytes -> piece = new ByteArrayInputStream(sealer.openBytes(SEALED + next++, id, bytes)));
      return sealed.isPresent();
    }
  }
}
