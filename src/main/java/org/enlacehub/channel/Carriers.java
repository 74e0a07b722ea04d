package org.enlacehub.channel;

import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.contact.Channel;

/** Finds the carrier of a kind of message. */
@Singleton
public class Carriers {
  private final List<Carrier> all;

  public Carriers(List<Carrier> all) {
    this.all = List.copyOf(all);
  }

  /** @throws IllegalStateException when no adapter carries it, which is a fault of the program */
  public Carrier of(Channel channel) {
    return all.stream().filter(carrier -> carrier.carries(channel)).findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody carries " + channel));
  }
}
