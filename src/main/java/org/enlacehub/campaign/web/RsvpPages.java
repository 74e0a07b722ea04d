package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.views.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.RsvpEntry;
import org.enlacehub.campaign.RsvpState;
import org.enlacehub.campaign.Rsvps;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Masks;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.ProblemException;

/** Who comes to what a campaign invites to, who waits and who declined; on a page and as a file for whoever stands at the door. */
@Controller("/campanas/{slug}/lugares")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class RsvpPages {
  private static final int ROWS = 50;
  private static final int STEP = 500;
  private static final long MICROS = 1_000_000;
  private static final List<String> HEADINGS = List.of("state", "turn", "name", "phone", "language", "since");
  private final Campaigns campaigns;
  private final Rsvps rsvps;
  private final Contacts contacts;
  private final AuditLog audit;

  RsvpPages(Campaigns campaigns, Rsvps rsvps, Contacts contacts, AuditLog audit) {
    this.campaigns = campaigns;
    this.rsvps = rsvps;
    this.contacts = contacts;
    this.audit = audit;
  }

  /** @param list COMING, WAITING or DECLINED; those who come when absent */
  @Get
  @View("campaign/rsvp")
  RsvpPage places(String slug, @Nullable @QueryValue("lista") String list, @Nullable @QueryValue String cursor) {
    var campaign = find(slug);
    var state = Arrays.stream(RsvpState.values()).filter(s -> s.name().equals(list)).findFirst().orElse(RsvpState.COMING);
    var counts = rsvps.counts(campaign.id());
    var entries = rsvps.in(campaign.id(), state, after(cursor, state), ROWS + 1);
    var shown = entries.subList(0, Math.min(ROWS, entries.size()));
    long invited = campaigns.totals(campaign.id()).all().recipients();
    return new RsvpPage(campaign, campaigns.definition(campaign), counts,
        Math.max(0, invited - counts.values().stream().mapToLong(Long::longValue).sum()), state, rows(shown),
        entries.size() > ROWS ? cursor(shown.getLast()) : null);
  }

  @Get("/lista.csv")
  @Produces(TableFile.CSV)
  HttpResponse<byte[]> csv(Authentication authentication, String slug) {
    return file(slug).csv(cells(authentication, slug));
  }

  @Get("/lista.xlsx")
  @Produces(MediaType.MICROSOFT_EXCEL_OPEN_XML)
  HttpResponse<byte[]> excel(Authentication authentication, String slug) {
    return file(slug).excel(cells(authentication, slug));
  }

  private static TableFile file(String slug) {
    return new TableFile(slug + "-lugares", HEADINGS, HEADINGS.size());
  }

  private Stream<List<String>> cells(Authentication authentication, String slug) {
    var campaign = find(slug);
    audit.record(Actor.of(authentication), "campaign.places.export", "campaign", campaign.id(), campaign.slug());
    return Stream.of(RsvpState.COMING, RsvpState.WAITING, RsvpState.DECLINED).flatMap(state -> cells(campaign, state).stream());
  }

  private List<List<String>> cells(Campaign campaign, RsvpState state) {
    var all = new ArrayList<List<String>>();
    RsvpEntry last = null;
    while (true) {
      var step = rsvps.in(campaign.id(), state, last, STEP);
      var people = contacts.findAll(step.stream().map(RsvpEntry::contactId).toList());
      for (var entry : step) {
        var person = Optional.ofNullable(people.get(entry.contactId()));
        all.add(List.of(state.name(), Integer.toString(all.size() + 1), person.map(Contact::displayName).orElse(""),
            person.flatMap(RsvpPages::phone).orElse(""), person.map(Contact::language).orElse(""), entry.since().toString()));
      }
      if (step.size() < STEP) {
        return all;
      }
      last = step.getLast();
    }
  }

  private List<RsvpPage.Row> rows(List<RsvpEntry> entries) {
    var people = contacts.findAll(entries.stream().map(RsvpEntry::contactId).toList());
    return entries.stream().map(entry -> {
      var person = Optional.ofNullable(people.get(entry.contactId()));
      return new RsvpPage.Row(entry.contactId(), person.map(Contact::displayName).orElse(null),
          person.flatMap(RsvpPages::phone).map(Masks::phone).orElse(null), person.map(Contact::language).orElse(null), entry.since());
    }).toList();
  }

  private static Optional<String> phone(Contact person) {
    return person.addresses().stream().filter(a -> a.kind() == AddressKind.PHONE).map(Address::value).filter(Objects::nonNull).findFirst();
  }

  private static String cursor(RsvpEntry last) {
    return Cursor.of(last.since().getEpochSecond() * MICROS + last.since().getNano() / 1_000, last.contactId()).encode();
  }

  private static @Nullable RsvpEntry after(@Nullable String cursor, RsvpState state) {
    return Cursor.decode(cursor, 2).map(c -> new RsvpEntry(c.number(1), state,
        Instant.ofEpochSecond(c.number(0) / MICROS, c.number(0) % MICROS * 1_000))).orElse(null);
  }

  private Campaign find(String slug) {
    return campaigns.find(slug).filter(c -> c.state().started() && campaigns.definition(c).rsvp() != null)
        .orElseThrow(() -> ProblemException.notFound("campaign"));
  }
}
