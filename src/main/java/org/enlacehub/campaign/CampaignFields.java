package org.enlacehub.campaign;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.enlacehub.audience.QueryExtension;
import org.enlacehub.contact.ContactFilter;

/** Lets audiences ask what people had from campaigns: {@code read = aviso and not answered = aviso}. */
@Factory
class CampaignFields {
  private final CampaignRepository campaigns;

  CampaignFields(CampaignRepository campaigns) {
    this.campaigns = campaigns;
  }

  @Singleton
  @Named("sent")
  QueryExtension sent() {
    return new Field("sent", "message", "m.sent_at IS NOT NULL");
  }

  @Singleton
  @Named("delivered")
  QueryExtension delivered() {
    return new Field("delivered", "message", "(m.delivered_at IS NOT NULL OR m.read_at IS NOT NULL)");
  }

  @Singleton
  @Named("read")
  QueryExtension read() {
    return new Field("read", "message", "m.read_at IS NOT NULL");
  }

  /** They wrote to us within the time that the campaign states. */
  @Singleton
  @Named("answered")
  QueryExtension answered() {
    return new Field("answered", "campaign_reply", "TRUE");
  }

  /** They have a place at what it invited them to. */
  @Singleton
  @Named("coming")
  QueryExtension coming() {
    return new Field("coming", "campaign_rsvp", "m.state = 'COMING'");
  }

  private final class Field implements QueryExtension {
    private final String name;
    private final String table;
    private final String condition;

    Field(String name, String table, String condition) {
      this.name = name;
      this.table = table;
      this.condition = condition;
    }

    @Override
    public String field() {
      return name;
    }

    @Override
    public Optional<ContactFilter> equal(String slug) {
      return campaigns.findBySlug(slug).map(campaign -> filter("m.campaign_id = ?", List.of(campaign.id())));
    }

    @Override
    public ContactFilter present() {
      return filter("m.campaign_id IS NOT NULL", List.of());
    }

    private ContactFilter filter(String whose, List<Object> parameters) {
      return new ContactFilter("c.id IN (SELECT m.contact_id FROM " + table + " m WHERE " + whose + " AND " + condition + ")", parameters);
    }
  }
}
