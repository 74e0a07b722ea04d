package org.enlacehub.sandbox.hub;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.DeskScope;
import org.enlacehub.consulate.Consulate;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Contacts;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Sight;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.sandbox.phone.HubKnowledge;
import org.enlacehub.sandbox.phone.HubView;

/** Asks the product's own rooms. The sandbox's people are invented, so that whoever plays may see all. */
@Singleton
@Requires(property = "enlace.role", value = "product")
class ProductKnowledge implements HubKnowledge {
  private static final int CASES = 3;
  private static final Sight ANYONE = Sight.ofAnyone(new DeskScope.All());
  private final Contacts contacts;
  private final InquiryReader inquiries;
  private final Consulates consulates;

  ProductKnowledge(Contacts contacts, InquiryReader inquiries, Consulates consulates) {
    this.contacts = contacts;
    this.inquiries = inquiries;
    this.consulates = consulates;
  }

  @Override
  public HubView of(String number, String mail, Texts t) {
    var person = number.isEmpty() ? contacts.findByAddress(AddressKind.EMAIL, mail) : contacts.findByAddress(AddressKind.PHONE, number);
    return person.map(known -> new HubView(lines(known, t),
        inquiries.ofContact(known.id(), ANYONE, CASES).stream().map(told -> told(told, t)).toList()))
        .orElse(new HubView(List.of(t.get("sandbox.known.stranger")), List.of()));
  }

  private List<String> lines(Contact person, Texts t) {
    var lines = new ArrayList<String>();
    lines.add(person.displayName() == null ? t.get("sandbox.known.noname") : person.displayName());
    if (person.language() != null) {
      lines.add(t.get("sandbox.known.language", t.has("inquiry.language." + person.language())
          ? t.get("inquiry.language." + person.language()) : person.language()));
    }
    if (person.consulate() != null) {
      lines.add(t.get("sandbox.known.consulate", name(person.consulate())));
    }
    return lines;
  }

  private HubView.Case told(InquiryReader.Decided decided, Texts t) {
    Inquiry inquiry = decided.inquiry();
    var because = new ArrayList<String>();
    decided.triage().ifPresent(triage -> triage.because().forEach(reason ->
        because.add("«" + reason.matched() + "» " + reason.rule())));
    decided.routing().ifPresent(routing -> routing.because().forEach(reason ->
        because.add(t.language().equals("es") ? reason.es() : reason.en())));
    return new HubView.Case(inquiry.reference() + " · " + t.get("inquiry.state." + inquiry.state()) + " · " + name(inquiry.desk()),
        inquiry.severity(), t.get("inquiry.category." + inquiry.category()) + " · " + t.get("inquiry.topic." + inquiry.topic()), because);
  }

  private String name(String code) {
    return consulates.byCode(code).map(Consulate::name).orElse(code);
  }
}
