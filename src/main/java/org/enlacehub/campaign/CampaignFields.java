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
    return new Field("sent", "m.sent_at IS NOT NULL");
  }

  @Singleton
  @Named("delivered")
  QueryExtension delivered() {
    return new Field("delivered", "(m.delivered_at IS NOT NULL OR m.read_at IS NOT NULL)");
  }

  @Singleton
  @Named("read")
  QueryExtension read() {
    return new Field("read", "m.read_at IS NOT NULL");
  }

  /** They wrote to us after they got it, whatever about. */
  @Singleton
  @Named("answered")
  QueryExtension answered() {
    return new Field("answered", "m.sent_at IS NOT NULL AND c.last_heard_at > m.sent_at");
  }

  private final class Field implements QueryExtension {
    private final String name;
    private final String condition;

    Field(String name, String condition) {
      this.name = name;
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
      return new ContactFilter("c.id IN (SELECT m.contact_id FROM message m WHERE " + whose + " AND " + condition + ")", parameters);
    }
  }
}
