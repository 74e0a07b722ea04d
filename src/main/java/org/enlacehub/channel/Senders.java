package org.enlacehub.channel;

import io.micronaut.core.annotation.Nullable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.enlacehub.contact.Channel;

/**
 * The senders of the configuration. Which one a person gets follows from country, language and the contact's id alone, so that
 * they always hear from the same number; who wrote to one of our numbers is answered from that number, which the outbox knows.
 */
public final class Senders {
  private final List<Sender> all;

  public Senders(List<Sender> all) {
    this.all = all.stream().sorted(Comparator.comparing(Sender::id)).toList();
  }

  /** By id. */
  public List<Sender> all() {
    return all;
  }

  public Optional<Sender> find(String id) {
    return all.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The sender that has this number or address, without {@code whatsapp:}. */
  public Optional<Sender> withAddress(Channel channel, String from) {
    return all.stream().filter(s -> s.channel() == channel && s.from().equalsIgnoreCase(from)).findFirst();
  }

  public boolean has(Channel channel) {
    return all.stream().anyMatch(s -> s.channel() == channel);
  }

  /** The sender for a person; empty when the channel has none. */
  public Optional<Sender> choose(Channel channel, @Nullable String country, @Nullable String language, long contactId) {
    var pool = pool(channel, country, language);
    return pool.isEmpty() ? Optional.empty() : Optional.of(pool.get((int) Math.floorMod(contactId, (long) pool.size())));
  }

  /** Those who serve country and language; without one, those who name neither; without those, all of the channel. */
  public List<Sender> pool(Channel channel, @Nullable String country, @Nullable String language) {
    var ofChannel = all.stream().filter(s -> s.channel() == channel).toList();
    var named = ofChannel.stream().filter(s -> names(s) && serves(s, country, language)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    var general = ofChannel.stream().filter(s -> !names(s)).toList();
    return general.isEmpty() ? ofChannel : general;
  }

  private static boolean names(Sender sender) {
    return !sender.countries().isEmpty() || !sender.languages().isEmpty();
  }

  private static boolean serves(Sender s, @Nullable String country, @Nullable String language) {
    return (s.countries().isEmpty() || country != null && s.countries().contains(country))
        && (s.languages().isEmpty() || language != null && s.languages().contains(language));
  }
}
