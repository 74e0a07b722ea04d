package org.enlacehub.sandbox.twilio;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures and sounds that migrants sent; the oldest go when there is no more room. */
@Singleton
public final class MediaShelf {
  private static final long ROOM_BYTES = 200_000_000;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Clock clock;
  private long bytes;

  MediaShelf(Clock clock) {
    this.clock = clock;
  }

  /** A picture or sound with Twilio's identifier ME…. */
  public record Item(String sid, String type, byte[] content, Instant made) {}

  /** Keeps it. */
  public synchronized Item put(String type, byte[] content) {
    var id = new byte[16];
    random.nextBytes(id);
    var item = new Item("ME" + HexFormat.of().formatHex(id), type, content, clock.instant());
    items.put(item.sid(), item);
    bytes += content.length;
    for (Iterator<Item> oldest = items.values().iterator(); bytes > ROOM_BYTES && oldest.hasNext();) {
      bytes -= oldest.next().content().length;
      oldest.remove();
    }
    return item;
  }

  public synchronized Optional<Item> find(String sid) {
    return Optional.ofNullable(items.get(sid));
  }

  synchronized boolean remove(String sid) {
    var item = items.remove(sid);
    bytes -= item == null ? 0 : item.content().length;
    return item != null;
  }
}
