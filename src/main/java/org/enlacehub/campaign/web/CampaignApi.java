package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignOutcome;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.Forecast;
import org.enlacehub.campaign.Forecasts;
import org.enlacehub.campaign.TestSends;
import org.enlacehub.campaign.TextComparison;
import org.enlacehub.campaign.TextComparisons;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.MessageState;
import org.enlacehub.delivery.MessageView;
import org.enlacehub.delivery.Messages;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.web.Cursor;
import org.enlacehub.platform.web.Page;
import org.enlacehub.platform.web.Problem;
import org.enlacehub.platform.web.ProblemException;

/** Campaigns for programs. A definition is sent as JSON with the fields of a file, or as that file's YAML. */
@Controller("/api/v1/campaigns")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
class CampaignApi {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;
  private static final int EVENTS = 50;
  private final Campaigns campaigns;
  private final Messages messages;
  private final Forecasts forecasts;
  private final TestSends tests;
  private final TextComparisons comparisons;

  CampaignApi(Campaigns campaigns, Messages messages, Forecasts forecasts, TestSends tests, TextComparisons comparisons) {
    this.campaigns = campaigns;
    this.messages = messages;
    this.forecasts = forecasts;
    this.tests = tests;
    this.comparisons = comparisons;
  }

  /**
   * @param channel sms, whatsapp or email
   * @param to an address of one's own; absent for the mail address of the account
   * @param language es when absent
   * @param second the second of two texts that are compared
   */
  @Serdeable
  record TestRequest(String channel, @Nullable String to, @Nullable String language, @Nullable Boolean second) {}

  @Serdeable
  record TestAnswer(String messageId) {}

  /** @param now at once, whatever the schedule says */
  @Serdeable
  record ScheduleRequest(@Nullable Boolean now) {}

  @Serdeable
  record RejectRequest(@Nullable String reason) {}

  @Get
  Page<CampaignView> list(@Nullable @QueryValue String cursor, @Nullable @QueryValue Integer limit) {
    var page = campaigns.list(cursor, limit == null ? LIMIT : Math.clamp(limit, 1, LIMIT_MAX));
    return new Page<>(page.items().stream().map(this::view).toList(), page.next());
  }

  @Post
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", MediaType.TEXT_PLAIN})
  HttpResponse<CampaignView> create(Authentication authentication, @Body String source) {
    return HttpResponse.created(view(done(campaigns.create(Actor.of(authentication), source))));
  }

  @Put("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", MediaType.TEXT_PLAIN})
  CampaignView rewrite(Authentication authentication, String id, @Body String source) {
    return view(done(campaigns.rewrite(find(id).id(), Actor.of(authentication), source)));
  }

  @Get("/{id}")
  CampaignView one(String id) {
    return view(find(id));
  }

  /** Whom it would reach if it left now, at what cost, until when; and who would be left out and why. */
  @Get("/{id}/forecast")
  Forecast forecast(String id) {
    return forecasts.of(find(id));
  }

  /** How its two texts did, measure by measure; an empty list of a campaign with one text. */
  @Get("/{id}/texts")
  Page<TextComparison.Measure> texts(String id) {
    var campaign = find(id);
    var definition = campaigns.definition(campaign);
    return new Page<>(definition.against() == null ? List.of() : comparisons.of(campaign.id()).measures(definition.rsvp() != null), null);
  }

  /** What would stand in the way of asking for approval; an empty list when nothing does. */
  @Get("/{id}/obstacles")
  Page<Problem.Error> obstacles(String id) {
    return new Page<>(campaigns.obstacles(find(id)).stream().map(CampaignApi::error).toList(), null);
  }

  /** Sends the message to an address of one's own. 400 when the channel is not the campaign's or the address is none. */
  @Post("/{id}/test")
  HttpResponse<TestAnswer> test(Authentication authentication, String id, @Body TestRequest body) {
    var channel = Channel.parse(body.channel()).orElseThrow(() -> ProblemException.invalid("/channel", "invalid", "A channel is sms, whatsapp or email."));
    return switch (tests.send(find(id), Actor.of(authentication), channel, body.to(), body.language() == null ? "es" : body.language(),
        Boolean.TRUE.equals(body.second()))) {
      case TestSends.Outcome.Queued(var message) -> HttpResponse.accepted().body(new TestAnswer(Long.toString(message)));
      case TestSends.Outcome.Refused(var why) when why.equals("channel") ->
          throw ProblemException.invalid("/channel", "unused", "The campaign does not use this channel, or it has no sender.");
      case TestSends.Outcome.Refused _ -> throw ProblemException.invalid("/to", "invalid", "The address cannot be used; write a number with + or a mail address.");
    };
  }

  @Get("/{id}/messages")
  Page<MessageView> messages(String id, @Nullable @QueryValue String state, @Nullable @QueryValue String cursor,
      @Nullable @QueryValue Integer limit) {
    int size = limit == null ? LIMIT : Math.clamp(limit, 1, LIMIT_MAX);
    var after = Cursor.decode(cursor, 1).map(c -> c.number(0)).orElse(null);
    var rows = messages.ofCampaign(find(id).id(), after, state(state), size + 1);
    return Page.of(rows, size, m -> m, m -> Cursor.of(m.id()));
  }

  @Post("/{id}/submit")
  CampaignView submit(Authentication authentication, String id) {
    return view(done(campaigns.submit(find(id).id(), Actor.of(authentication))));
  }

  @Post("/{id}/approve")
  CampaignView approve(Authentication authentication, String id) {
    return view(done(campaigns.approve(find(id).id(), Actor.of(authentication))));
  }

  @Post("/{id}/reject")
  CampaignView reject(Authentication authentication, String id, @Nullable @Body RejectRequest body) {
    var reason = body == null || body.reason() == null ? "" : body.reason();
    return view(done(campaigns.reject(find(id).id(), Actor.of(authentication), reason.substring(0, Math.min(400, reason.length())))));
  }

  @Post("/{id}/schedule")
  CampaignView schedule(Authentication authentication, String id, @Nullable @Body ScheduleRequest body) {
    return view(done(campaigns.schedule(find(id).id(), Actor.of(authentication), body != null && Boolean.TRUE.equals(body.now()))));
  }

  @Post("/{id}/pause")
  CampaignView pause(Authentication authentication, String id) {
    return view(done(campaigns.pause(find(id).id(), Actor.of(authentication))));
  }

  @Post("/{id}/resume")
  CampaignView resume(Authentication authentication, String id) {
    return view(done(campaigns.resume(find(id).id(), Actor.of(authentication))));
  }

  @Post("/{id}/cancel")
  CampaignView cancel(Authentication authentication, String id) {
    return view(done(campaigns.cancel(find(id).id(), Actor.of(authentication))));
  }

  private CampaignView view(Campaign campaign) {
    return CampaignView.of(campaign, campaigns.definition(campaign), campaigns.totals(campaign.id()), campaigns.runs(campaign.id()),
        campaigns.events(campaign.id(), EVENTS));
  }

  private Campaign find(String id) {
    return campaigns.find(id).orElseThrow(() -> ProblemException.notFound("campaign"));
  }

  private static Campaign done(CampaignOutcome outcome) {
    return switch (outcome) {
      case CampaignOutcome.Done(var campaign) -> campaign;
      case CampaignOutcome.Invalid(var findings) -> throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid-campaign",
          "The campaign has errors; nothing was stored.", findings.stream().map(CampaignApi::error).toList());
      case CampaignOutcome.Refused(var findings) -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "campaign-refused",
          "The campaign stays as it is: something about it must be mended or confirmed first.",
          findings.stream().map(CampaignApi::error).toList());
      case CampaignOutcome.Taken(var slug) -> throw new ProblemException(HttpStatus.CONFLICT, "campaign-id-taken",
          "There is a campaign '" + slug + "' already; choose another id.", List.of(new Problem.Error("/id", "taken", "The id is taken.")));
      case CampaignOutcome.NotNow(var state) -> throw new ProblemException(HttpStatus.CONFLICT, "campaign-state",
          "The campaign is " + state + ", so this cannot be done.");
      case CampaignOutcome.OwnWork() -> throw new ProblemException(HttpStatus.FORBIDDEN, "own-campaign",
          "Whoever wrote a campaign cannot approve it; ask a second person.");
      case CampaignOutcome.Missing() -> throw ProblemException.notFound("campaign");
    };
  }

  private static Problem.Error error(Finding f) {
    return new Problem.Error(f.field(), "invalid", (f.message() + " " + f.remedy()).strip());
  }

  private static @Nullable MessageState state(@Nullable String text) {
    try {
      return text == null ? null : MessageState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("state", "unknown", "A state of a message is expected, such as SENT or FAILED.");
    }
  }
}
