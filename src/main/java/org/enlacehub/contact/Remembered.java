package org.enlacehub.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.enlacehub.platform.crypto.Sealer;

/**
 * Keys and people that were read within one piece of work, at most a transaction long, so that none is read twice. Whatever changes people
 * or their addresses makes it forget them.
 */
final class Remembered {
  private static final ScopedValue<Remembered> NOW = ScopedValue.newInstance();
  private final Map<Long, Sealer> sealers = new HashMap<>();
  private final Map<Long, KeyedContact> people = new HashMap<>();
  private final Set<Long> made = new HashSet<>();

  static <T> T during(Supplier<T> work) {
    return ScopedValue.where(NOW, new Remembered()).call(work::get);
  }

  static Map<Long, Sealer> sealers(Collection<Long> ids, Function<Collection<Long>, Map<Long, Sealer>> read) {
    return NOW.isBound() ? known(ids, NOW.get().sealers, read) : read.apply(ids);
  }

  /** @param read gives active contacts */
  static Map<Long, KeyedContact> people(Collection<Long> ids, Function<Collection<Long>, Map<Long, KeyedContact>> read) {
    return NOW.isBound() ? known(ids, NOW.get().people, read) : read.apply(ids);
  }

  /** One that was stored just now. */
  static void made(KeyedContact contact) {
    if (NOW.isBound()) {
      NOW.get().sealers.put(contact.id(), contact.sealer());
      NOW.get().people.put(contact.id(), contact);
      NOW.get().made.add(contact.id());
    }
  }

  /** It was stored within this piece of work, so nothing lies in it and it lies in nobody. */
  static boolean isNew(long id) {
    return NOW.isBound() && NOW.get().made.contains(id);
  }

  /** Somebody changed: they are read again when they are asked for. */
  static void forgetPeople() {
    if (NOW.isBound()) {
      NOW.get().people.clear();
    }
  }

  private static <T> Map<Long, T> known(Collection<Long> ids, Map<Long, T> known, Function<Collection<Long>, Map<Long, T>> read) {
    List<Long> missing = new ArrayList<>(ids);
    missing.removeIf(known::containsKey);
    if (!missing.isEmpty()) {
      known.putAll(read.apply(missing));
    }
    var all = new HashMap<>(known);
    all.keySet().retainAll(Set.copyOf(ids));
    return all;
  }
}
