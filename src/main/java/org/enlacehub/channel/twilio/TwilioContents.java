package org.enlacehub.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.ContentAndApprovalsReader;
import com.twilio.rest.content.v1.ContentCreator;
import com.twilio.rest.content.v1.content.ApprovalCreate;
import com.twilio.rest.content.v1.content.ApprovalCreateCreator;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.template.ContentDraft;
import org.enlacehub.template.whatsapp.ContentAccount;
import org.enlacehub.template.whatsapp.ContentRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WhatsApp texts in Twilio's Content API (source: twilio.com/docs/content). */
final class TwilioContents implements ContentAccount {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioContents.class);
  private static final int PAGE = 500;
  private static final String NEW = "unsubmitted";
  private final TwilioAccount account;

  TwilioContents(TwilioAccount account) {
    this.account = account;
  }

  /** One conversation with Twilio. */
  @FunctionalInterface
  private interface Call<T> {
    T by(TwilioRestClient client);
  }

  @Override
  public boolean exists() {
    return account.client().isPresent();
  }

  @Override
  public List<Held> list() throws ContentRefused {
    return call(client -> {
      var all = new ArrayList<Held>();
      var reader = new ContentAndApprovalsReader().setPageSize(PAGE);
      for (var page = reader.firstPage(client); ; page = reader.nextPage(page, client)) {
        page.getRecords().forEach(content -> all.add(held(content)));
        if (!page.hasNextPage()) {
          return all;
        }
      }
    });
  }

  @Override
  public Held create(ContentDraft draft) throws ContentRefused {
    var types = new Content.Types.Builder().twilioText(new Content.TwilioText.Builder(draft.body()).build()).build();
    var request = new Content.ContentCreateRequest.Builder(draft.language(), types).friendlyName(draft.name())
        .variables(draft.samples()).build();
    return call(client -> {
      var made = new ContentCreator(request).create(client);
      return new Held(made.getSid(), draft.name(), draft.language(), draft.category(), NEW, null);
    });
  }

  @Override
  public Held submit(String sid, ContentDraft draft) throws ContentRefused {
    var request = new ApprovalCreate.ContentApprovalRequest.Builder(draft.name(), draft.category().toUpperCase(Locale.ROOT)).build();
    return call(client -> {
      var told = new ApprovalCreateCreator(sid, request).create(client);
      return new Held(sid, draft.name(), draft.language(), category(told.getCategory()), text(told.getStatus()),
          blank(told.getRejectionReason()));
    });
  }

  private static Held held(ContentAndApprovals content) {
    var approval = content.getApprovalRequests() instanceof Map<?, ?> told ? told : Map.of();
    return new Held(content.getSid(), content.getFriendlyName(), content.getLanguage(), category(approval.get("category")),
        text(approval.get("status")), blank(approval.get("rejection_reason")));
  }

  private <T> T call(Call<T> call) throws ContentRefused {
    try {
      return call.by(account.client().orElseThrow());
    } catch (ApiException e) {
      int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
      // A page of a proxy may stand where Twilio's own words should.
      throw new ContentRefused(e.getCode() == null ? "http-" + status : e.getCode().toString(), e.getMessage(),
          status == 429 || status >= 500 || status == 401);
    } catch (TwilioTransport.NotReached | TwilioTransport.AnswerLost e) {
      throw new ContentRefused("not-reached", e.getMessage(), true);
    } catch (RuntimeException e) {
      LOG.warn("Twilio's Content API answered what its SDK cannot read: {}", e.getClass().getSimpleName());
      throw new ContentRefused("answer-unreadable", e.getClass().getSimpleName(), true);
    }
  }

  private static @Nullable String category(@Nullable Object told) {
    var text = text(told);
    return text.isEmpty() ? null : text.toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable Object told) {
    return told == null ? "" : told.toString();
  }

  private static @Nullable String blank(@Nullable Object told) {
    var text = text(told);
    return text.isBlank() ? null : text;
  }
}
