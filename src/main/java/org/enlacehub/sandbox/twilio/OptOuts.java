package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who texted STOP to which sender; Twilio itself refuses to send to them (21610) until they text START. */
@Singleton
final class OptOuts {
  private static final Set<String> STOP =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");
  private static final Set<String> START = Set.of("start", "unstop", "yes");
  private static final Set<String> HELP = Set.of("help", "info");

  private final Set<String> out = ConcurrentHashMap.newKeySet();

  /** Takes note of an inbound text; returns Twilio's OptOutType (STOP, START, HELP), null for any other text. */
  @Nullable String hear(String person, String sender, String body) {
    var word = body.strip().toLowerCase(Locale.ROOT);
    if (STOP.contains(word)) {
      out.add(person + ">" + sender);
      return "STOP";
    }
    if (START.contains(word)) {
      out.remove(person + ">" + sender);
      return "START";
    }
    return HELP.contains(word) ? "HELP" : null;
  }

  boolean isOut(String person, String sender) {
    return out.contains(person + ">" + sender);
  }

  void clear() {
    out.clear();
  }
}
