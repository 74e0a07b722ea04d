package org.enlacehub.channel.email.dkim;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Reads TXT records of the DNS, as the machine is set to ask it. */
@Singleton
public class DnsTexts {
  private static final String MILLIS = "3000";
  private static final String TRIES = "1";

  /** The records of a name, each in one piece; an empty list when it has none; empty when the DNS did not answer. */
  public Optional<List<String>> of(String name) {
    var settings = new Hashtable<String, String>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put("com.sun.jndi.dns.timeout.initial", MILLIS);
    settings.put("com.sun.jndi.dns.timeout.retries", TRIES);
    try {
      var dns = new InitialDirContext(settings);
      try {
        var records = dns.getAttributes("dns:/" + name, new String[] {"TXT"}).get("TXT");
        var texts = new ArrayList<String>();
        for (int i = 0; records != null && i < records.size(); i++) {
          // Strings of one record come parted by spaces and in quotes.
          texts.add(records.get(i).toString().replaceAll("\"\\s*\"", "").replace("\"", ""));
        }
        return Optional.of(texts);
      } finally {
        dns.close();
      }
    } catch (NameNotFoundException e) {
      return Optional.of(List.of());
    } catch (NamingException e) {
      return Optional.empty();
    }
  }
}
