package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.DeskScope;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.Origin;
import org.enlacehub.inquiry.Asked.Answered;
import org.enlacehub.inquiry.InquiryWatch.Happened;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.routing.Evidence;
import org.enlacehub.routing.Routing;
import org.enlacehub.routing.RoutingDecision;

/**
 * Takes a person's message, which triage has judged, to a desk: routed to a mission, added to the person's open inquiry or begun as a
 * new one, and acknowledged. One transaction; the same message taken in twice changes nothing.
 */
@Singleton
public class Reception {
  private static final String UNKNOWN_LANGUAGE = "und";
  private static final String DEFAULT_LANGUAGE = "es";
  private static final String ANSWERED = "answered";
  /** What the person causes, no member of staff did. */
  private static final Actor PERSON = Actor.system("inbound");
  private final InquiryRepository inquiries;
  private final EntryRepository entries;
  private final ConversationRepository conversations;
  private final Notes notes;
  private final FirstAnswer firstAnswer;
  private final Attachments attachments;
  private final Routing routing;
  private final Contacts contacts;
  private final Consulates consulates;
  private final Deadlines deadlines;
  private final Satisfaction satisfaction;
  private final List<Asked> asked;
  private final Trail trail;
  private final Watches watches;
  private final References references;
  private final Ids ids;
  private final Clock clock;

  Reception(InquiryRepository inquiries, EntryRepository entries, ConversationRepository conversations, Notes notes,
      FirstAnswer firstAnswer, Attachments attachments, Routing routing, Contacts contacts, Consulates consulates, Deadlines deadlines,
      Satisfaction satisfaction, List<Asked> asked, Trail trail, Watches watches, References references, Ids ids, Clock clock) {
    this.inquiries = inquiries;
    this.entries = entries;
    this.conversations = conversations;
    this.notes = notes;
    this.firstAnswer = firstAnswer;
    this.attachments = attachments;
    this.routing = routing;
    this.contacts = contacts;
    this.consulates = consulates;
    this.deadlines = deadlines;
    this.satisfaction = satisfaction;
    this.asked = asked;
    this.trail = trail;
    this.watches = watches;
    this.references = references;
    this.ids = ids;
    this.clock = clock;
  }

  /** The inquiry in which the message now stands; empty when it asks for no officer, or the contact was erased meanwhile. */
  @Transactional
  public Optional<Inquiry> receive(Incoming in) {
    // Who was two contacts once goes on in the inquiry of either, and its answers find the open window.
    var lineage = contacts.lineage(in.contactId());
    lineage.forEach(id -> conversations.enter(id, in.at(), in.channel() == Channel.WHATSAPP));
    var newest = quoted(in, lineage).or(() -> inquiries.newestOf(lineage));
    if (newest.isPresent() && entries.hasArrival(in.arrivalId())) {
      return newest;
    }
    var contact = contacts.find(in.contactId(), new DeskScope.All());
    if (contact.isEmpty()) {
      return Optional.empty();
    }
    var survey = newest.flatMap(inquiry -> satisfaction.asked(inquiry, in.text()));
    var answered = answered(in, lineage, survey.orElse(Instant.EPOCH));
    if (answered.isEmpty() && newest.isPresent() && satisfaction.answered(newest.get(), in.text())) {
      return Optional.of(noted(newest.get(), in, "rated", in.text().strip()));
    }
    if (answered.filter(Answered::settled).isPresent()) {
      return newest.filter(inquiry -> !inquiry.closed()).map(inquiry -> noted(inquiry, in, ANSWERED, answered.get().about()));
    }
    var read = TriageNote.of(in.verdict());
    var verdict = answered.map(answer -> read.hinted(answer, in.text())).orElse(read);
    if (contact.get().language() == null && !verdict.language().equals(UNKNOWN_LANGUAGE)) {
      contacts.amend(in.contactId(), ContactDraft.builder().language(verdict.language()).build(), Origin.person("inbound"));
    }
    var going = newest.filter(this::takenUpAgain);
    var routed = routing.explain(evidence(in, contact.get(), going.orElse(null)));
    var decision = answered.filter(answer -> going.filter(Inquiry::routed).isEmpty()).map(answer -> toDesk(routed, answer)).orElse(routed);
    var entryId = ids.next();
    var inquiry = going.isPresent() ? goOn(going.get(), in, entryId, verdict, decision) : begin(in, entryId, contact.get(), verdict, decision);
    entries.insert(new Entry(entryId, inquiry.id(), Entry.Kind.IN, in.at(), in.channel(), null, null, null,
        in.answers() == null ? null : Entry.ANSWERS + in.answers(), inquiry.version(), words(in)), inquiry, in.arrivalId());
    attachments.add(entryId, inquiry, in.attachments());
    notes.keep(entryId, inquiry, verdict, decision);
    boolean first = going.isEmpty() || going.get().closed();
    boolean graver = going.isPresent() && inquiry.urgent() && inquiry.severity() < going.get().severity();
    firstAnswer.send(inquiry, decision, in.text(), first, graver);
    answered.ifPresent(answer -> trail.event(inquiry, PERSON, ANSWERED, answer.about()));
    watches.tell(Happened.HEARD, going.orElse(null), inquiry, PERSON, concerned(inquiry, decision));
    return Optional.of(inquiry);
  }

  /** The open matter in which the message of ours stands that the person quoted; empty when they quoted none of an open one of theirs. */
  private Optional<Inquiry> quoted(Incoming in, List<Long> lineage) {
    return in.answers() == null ? Optional.empty() : entries.inquiryOf(in.answers()).flatMap(id -> inquiries.lock(id, Sight.ALL))
        .filter(inquiry -> !inquiry.closed() && lineage.contains(inquiry.contactId()));
  }

  private Optional<Answered> answered(Incoming in, List<Long> lineage, Instant since) {
    return asked.stream().map(who -> who.answer(in, lineage, since)).flatMap(Optional::stream).findFirst();
  }

  /** Whoever asked says who answers, unless the person's own words tell where they are. */
  private static RoutingDecision toDesk(RoutingDecision routed, Answered answer) {
    return answer.desk() == null || routed.byOwnWords() ? routed
        : routed.answeredBy(answer.desk(), new RoutingDecision.Reason(ANSWERED, answer.about(), -1, -1,
            "Responde a «" + answer.about() + "»", "Answers “" + answer.about() + "”"));
  }

  /** What asks for nothing stands in the thread, and the matter stays as it is: a rating after the end, a yes to an invitation. */
  private Inquiry noted(Inquiry was, Incoming in, String what, String detail) {
    var next = new Changed(was).at(clock.instant());
    inquiries.save(next);
    entries.insert(new Entry(ids.next(), next.id(), Entry.Kind.IN, in.at(), in.channel(), null, null, null, null, next.version(), in.text()),
        next, in.arrivalId());
    trail.event(next, PERSON, what, detail);
    return next;
  }

  private Inquiry begin(Incoming in, long entryId, Contact contact, TriageNote verdict, RoutingDecision decision) {
    var desk = decision.consulate();
    var due = deadlines.answerBy(verdict.severity(), in.at(), consulates.workingTime(desk));
    long id = ids.next();
    return references.store(desk, reference -> new Inquiry(id, reference, in.contactId(), desk, InquiryState.OPEN, verdict.severity(),
        verdict.category(), verdict.topic(), language(verdict, contact, null), verdict.flags(), in.channel(), in.addressId(), null,
        decision.sure(), in.at(), due, null, clock.instant(), entryId, clock.instant(), null, null,
        null, null, null, null, false, Inquiry.Kin.NONE, 0));
  }

  private Inquiry goOn(Inquiry was, Incoming in, long entryId, TriageNote verdict, RoutingDecision decision) {
    // A later "gracias" must not turn a detention into an ordinary matter, not even after its end; only an officer lowers.
    boolean another = was.closed() && !was.urgent();
    int severity = another ? verdict.severity() : Math.min(was.severity(), verdict.severity());
    boolean judgedAnew = another || verdict.severity() < was.severity() || (was.category().equals("OTH") && !verdict.category().equals("OTH"));
    var flags = new LinkedHashSet<>(was.flags());
    flags.addAll(verdict.flags());
    boolean moves = !was.routed() && decision.sure() && !was.restricted();
    var desk = moves ? decision.consulate() : was.desk();
    var due = deadlines.answerBy(severity, in.at(), consulates.workingTime(desk));
    var changed = new Changed(was);
    if (moves) {
      changed.moved(desk, true, was.dueAt(), clock.instant());
    }
    var next = changed.judged(severity, judgedAnew ? verdict.category() : was.category(), judgedAnew ? verdict.topic() : was.topic())
        .known(language(verdict, null, was.language()), new ArrayList<>(flags))
        .heard(in.channel(), in.addressId(), entryId, in.at(), was.waitingSince() == null || due.isBefore(was.dueAt()) ? due : was.dueAt())
        .at(clock.instant());
    inquiries.save(next);
    if (was.closed()) {
      trail.event(next, PERSON, "reopen", null);
    }
    if (!desk.equals(was.desk())) {
      trail.event(next, PERSON, "route", was.desk() + " " + desk);
    }
    return next;
  }

  private boolean takenUpAgain(Inquiry newest) {
    return !newest.closed() || newest.closedAt() != null
        && newest.closedAt().plus(deadlines.reopenWithin(newest.severity())).isAfter(clock.instant());
  }

  private Evidence evidence(Incoming in, Contact contact, @Nullable Inquiry going) {
    var place = contact.place();
    return Evidence.NONE.withText(in.text()).withPhone(in.phone()).withPin(in.latitude(), in.longitude())
        .withDeclared(new Evidence.Residence(place.country(), place.area(), place.city(), place.postalCode()))
        .withOpenDesk(going != null && going.routed() ? going.desk() : null);
  }

  /** Missions beside the desk that should know: where the person is now, and where they are going. */
  private static Set<String> concerned(Inquiry inquiry, RoutingDecision decision) {
    var others = new LinkedHashSet<>(decision.informed());
    if (decision.sure()) {
      others.add(decision.consulate());
    }
    others.remove(inquiry.desk());
    return others;
  }

  /** A pin is shown below what was said with it (RFC 5870). */
  private static String words(Incoming in) {
    return in.latitude() == null || in.longitude() == null ? in.text()
        : (in.text() + "\ngeo:" + in.latitude() + "," + in.longitude()).strip();
  }

  private static String language(TriageNote verdict, @Nullable Contact contact, @Nullable String was) {
    if (!verdict.language().equals(UNKNOWN_LANGUAGE)) {
      return verdict.language();
    }
    if (was != null) {
      return was;
    }
    return contact == null || contact.language() == null ? DEFAULT_LANGUAGE : contact.language();
  }
}
