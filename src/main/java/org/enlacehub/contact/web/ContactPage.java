package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Merges;
import org.enlacehub.contact.TimelineEntry;

/**
 * One person.
 *
 * @param name to show
 * @param facts what is known, label and value
 * @param addresses with what may go there
 * @param merges records of the same person that were merged into this one, newest first
 * @param mayErase the reader may forget this person
 */
@Introspected
public record ContactPage(Contact contact, String name, Map<String, String> facts, List<AddressView> addresses,
    List<TimelineEntry> timeline, List<Merges.Merge> merges, boolean mayErase) {

  /** An address with its channels; {@code shown} as people write it. */
  public record AddressView(long id, String shown, boolean valid, String invalidReason, List<ChannelView> channels) {}

  /** One channel of an address: consent by purpose code ({@code granted}, {@code withdrawn}, {@code unknown}); {@code reason} when silenced. */
  public record ChannelView(String code, boolean possible, Map<String, String> consent, String reason) {}
}
