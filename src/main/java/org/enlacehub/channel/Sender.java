package org.enlacehub.channel;

import java.util.Set;
import org.enlacehub.contact.Channel;

/**
 * One address from which we send. It is a lane of the outbox, with a rate of its own.
 *
 * @param id name of the lane, unique; lower-case letters, digits and hyphens
 * @param from an E.164 number, a Messaging Service SID ({@code MG…}), or a mail address with or without a name
 * @param perSecond most messages in any one second; 0 for no limit of ours
 * @param connections most calls at a time
 * @param countries ISO 3166 codes of the people it serves; empty: all that no other sender of the kind names
 * @param languages ISO 639 codes of the people it serves; empty: all
 * @param uncertain what becomes of a message of which nobody can tell whether it left
 */
public record Sender(String id, Channel channel, String from, int perSecond, int connections, Set<String> countries,
    Set<String> languages, WhenUncertain uncertain) {

  /** For carriers that keep no list that could be asked, which is mail. */
  public enum WhenUncertain {
    /** Send it again: some may get it twice. */
    RESEND,
    /** Hold it until an officer decides. */
    ASK
  }

  public Sender {
    countries = Set.copyOf(countries);
    languages = Set.copyOf(languages);
  }

  /** A mail sender's address without its name. */
  public String bareAddress() {
    int open = from.lastIndexOf('<');
    return open < 0 ? from.strip() : from.substring(open + 1, from.indexOf('>', open)).strip();
  }

  /** True when {@link #from} is a Messaging Service, whose number the carrier picks. */
  public boolean isService() {
    return from.startsWith("MG");
  }
}
