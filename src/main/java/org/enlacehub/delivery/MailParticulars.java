package org.enlacehub.delivery;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlacehub.channel.Outgoing.MailParts;
import org.enlacehub.channel.Sender;

/** What a mail has beside its words: where it stands in a conversation, where answers and reports go, and whether a machine wrote it. */
@Singleton
class MailParticulars {
  private static final int LONGEST_SUBJECT = 200;
  private final MailTokens tokens;
  private final Optional<MailThreads> threads;
  private final boolean plusAddresses;

  /** @param plusAddresses mail to {@code consulado+anything@…} arrives in the mailbox, so that answers and reports can name their message */
  MailParticulars(MailTokens tokens, Optional<MailThreads> threads,
      @Property(name = "enlace.mail.plus-addresses", defaultValue = "false") boolean plusAddresses) {
    this.tokens = tokens;
    this.threads = threads;
    this.plusAddresses = plusAddresses;
  }

  /** @param answered the mail of theirs that this one answers; null for none */
  record Particulars(MailParts parts, MailThreads.@Nullable Mail answered) {

    /** Mail programs keep a conversation together only under one subject. */
    @Nullable String subject(@Nullable String own) {
      if (answered == null || answered.subject().isBlank()) {
        return own;
      }
      var theirs = answered.subject().replaceFirst("(?i)^(?:\\s*(?:re|rv|resp|fwd?)\\s*:)+\\s*", "");
      return "Re: " + (theirs.length() > LONGEST_SUBJECT ? theirs.substring(0, LONGEST_SUBJECT) : theirs);
    }
  }

  /** @param unsubscribe for bulk mail; null for mail that was asked for */
  Particulars of(MessageRow row, StoredContent content, Sender sender, String to, @Nullable URI unsubscribe) {
    var address = sender.bareAddress();
    var domain = address.substring(address.indexOf('@') + 1);
    boolean ofCampaign = row.campaignId() != null && row.inquiryId() == null;
    var answered = ofCampaign || row.contactId() == null || content.extras().inReplyTo() != null ? Optional.<MailThreads.Mail>empty()
        : threads.flatMap(t -> t.newest(row.contactId(), to));
    var inReplyTo = answered.map(MailThreads.Mail::messageId).orElse(content.extras().inReplyTo());
    var id = tokens.messageIdHeader(row.id(), domain);
    var named = plusAddresses ? address.replaceFirst("@", "+m" + tokens.of(row.id()).replace("$", "\\$") + "@") : null;
    var campaign = unsubscribe == null ? null : "campaign-" + row.campaignId();
    return new Particulars(new MailParts(id, inReplyTo, references(answered, inReplyTo), ofCampaign ? null : named, named, unsubscribe,
        content.extras().automatic() || ofCampaign, campaign == null ? null : "<" + campaign + "." + domain + ">",
        campaign == null ? null : campaign + ":" + row.purpose().name().toLowerCase(java.util.Locale.ROOT) + ":" + sender.id() + ":enlace"),
        answered.orElse(null));
  }

  private static List<String> references(Optional<MailThreads.Mail> answered, @Nullable String inReplyTo) {
    var all = new ArrayList<>(answered.map(MailThreads.Mail::references).orElse(List.of()));
    if (inReplyTo != null) {
      all.add(inReplyTo);
    }
    return all;
  }
}
