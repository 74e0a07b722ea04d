package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.Emails;
import org.enlacehub.contact.Phone;
import org.enlacehub.contact.Phones;
import org.enlacehub.delivery.Content;
import org.enlacehub.delivery.NewMessage;
import org.enlacehub.delivery.Outbox;
import org.enlacehub.template.TemplateVersions;

/** Sends a campaign's message to the person who looks at it, before anybody else gets it. It is not counted with the campaign. */
@Singleton
public class TestSends {
  private final Campaigns campaigns;
  private final TemplateVersions templates;
  private final Outbox outbox;
  private final Senders senders;
  private final Staffs staffs;
  private final AuditLog audit;

  TestSends(Campaigns campaigns, TemplateVersions templates, Outbox outbox, Senders senders, Staffs staffs, AuditLog audit) {
    this.campaigns = campaigns;
    this.templates = templates;
    this.outbox = outbox;
    this.senders = senders;
    this.staffs = staffs;
    this.audit = audit;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Queued(long messageId) implements Outcome {}

    /** @param why {@code address}: none that the channel can use; {@code channel}: the campaign or we do not use it */
    record Refused(String why) implements Outcome {}
  }

  /**
   * Queues one message to an address of the actor's. What only a person's record would give is filled in with the template's samples.
   *
   * @param to null for the mail address of the actor's account, with {@link Channel#EMAIL} only
   * @param second of two texts that are compared
   */
  @Transactional
  public Outcome send(Campaign campaign, Actor actor, Channel channel, @Nullable String to, String language, boolean second) {
    var definition = campaigns.definition(campaign);
    if (!definition.channels().contains(channel) || !senders.has(channel)) {
      return new Outcome.Refused("channel");
    }
    var address = address(actor, channel, to);
    if (address.isEmpty()) {
      return new Outcome.Refused("address");
    }
    var wording = definition.wording(second);
    var version = campaign.versionOf(second);
    var content = wording.template() == null ? wording.content(null) : new Content.OfTemplate(wording.template(), version,
        Samples.filled(templates.at(wording.template(), version), language, wording.values()));
    long id = outbox.enqueue(NewMessage.toAddress(address.get(), channel, content).inLanguage(language));
    audit.record(actor, "campaign.test", "campaign", campaign.id(), campaign.slug() + " " + channel.code());
    return new Outcome.Queued(id);
  }

  private Optional<String> address(Actor actor, Channel channel, @Nullable String to) {
    if (channel == Channel.EMAIL) {
      return to == null || to.isBlank() ? staffs.find(actor.staffId()).map(Staff::email) : Emails.normalise(to);
    }
    return to == null ? Optional.empty() : Phones.parse(to, null).map(Phone::e164);
  }

  /** The channels in which a test can be sent. */
  public List<Channel> channels(Campaign campaign) {
    return campaigns.definition(campaign).channels().stream().filter(senders::has).toList();
  }
}
