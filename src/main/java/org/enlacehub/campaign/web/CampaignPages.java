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
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.List;
import java.util.function.Function;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignLibrary;
import org.enlacehub.campaign.CampaignOutcome;
import org.enlacehub.campaign.CampaignState;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.campaign.Forecasts;
import org.enlacehub.campaign.TestSends;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.web.ProblemException;

/** Campaigns for people: the list, one campaign with its next act, its run as it happens, and its text as a file. */
@Controller("/campanas")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class CampaignPages {
  private static final String PATH = "/campanas/";
  private static final int ROWS = 30;
  private final Campaigns campaigns;
  private final CampaignLibrary library;
  private final CampaignReview review;
  private final Forecasts forecasts;
  private final TestSends tests;

  CampaignPages(Campaigns campaigns, CampaignLibrary library, CampaignReview review, Forecasts forecasts, TestSends tests) {
    this.campaigns = campaigns;
    this.library = library;
    this.review = review;
    this.forecasts = forecasts;
    this.tests = tests;
  }

  @Serdeable
  record SourceForm(@Nullable String source) {}

  @Serdeable
  record TestForm(@Nullable String channel, @Nullable String to, @Nullable String language, @Nullable String second) {}

  @Serdeable
  record ReasonForm(@Nullable String reason) {}

  @Serdeable
  record StartForm(@Nullable String when) {}

  @Get
  @View("campaign/list")
  CampaignListPage list(@Nullable @QueryValue String cursor) {
    var page = campaigns.list(cursor, ROWS);
    return new CampaignListPage(page.items().stream().map(review::row).toList(), page.next(), library.files());
  }

  @Get("/nueva")
  @View("campaign/source")
  SourcePage blank() {
    return new SourcePage(null, SourcePage.EXAMPLE, List.of());
  }

  @Post
  HttpResponse<?> create(Authentication authentication, @Body SourceForm form) {
    var source = form.source() == null ? "" : form.source();
    return answer(campaigns.create(Actor.of(authentication), source), null, source, "campaign.done.created");
  }

  @Post("/de-archivo/{id}")
  HttpResponse<?> use(Authentication authentication, String id) {
    var file = library.find(id).orElseThrow(() -> ProblemException.notFound("campaign"));
    return answer(campaigns.use(Actor.of(authentication), file), null, file.source(), "campaign.done.created");
  }

  @Get("/{slug}")
  @View("campaign/campaign")
  CampaignPage one(Authentication authentication, String slug) {
    return review.page(find(slug), Actor.of(authentication));
  }

  /** What is known before it leaves, alone: it takes a moment for large audiences. */
  @Get("/{slug}/pronostico")
  @View("campaign/forecast")
  ForecastPart forecast(String slug) {
    var campaign = find(slug);
    return new ForecastPart(campaign, forecasts.of(campaign),
        campaign.state() == CampaignState.DRAFT ? campaigns.obstacles(campaign) : List.of());
  }

  @Post("/{slug}/prueba")
  HttpResponse<?> test(Authentication authentication, String slug, @Body TestForm form) {
    var campaign = find(slug);
    var channel = Channel.parse(form.channel() == null ? "" : form.channel()).orElse(Channel.EMAIL);
    var outcome = tests.send(campaign, Actor.of(authentication), channel, form.to(), form.language() == null ? "es" : form.language(),
        "true".equals(form.second()));
    return HttpResponse.seeOther(LocalPath.done(PATH + slug, outcome instanceof TestSends.Outcome.Queued ? "campaign.done.test" : "campaign.done.noTest"));
  }

  /** How the run goes, alone, for the living page. */
  @Get("/{slug}/avance")
  @View("campaign/progress")
  ProgressPart progress(String slug) {
    return new ProgressPart(review.progress(find(slug)));
  }

  @Get("/{slug}/archivo")
  @View("campaign/source")
  SourcePage source(String slug) {
    var campaign = find(slug);
    return new SourcePage(campaign, campaign.source(), List.of());
  }

  @Post("/{slug}/archivo")
  HttpResponse<?> rewrite(Authentication authentication, String slug, @Body SourceForm form) {
    var campaign = find(slug);
    var source = form.source() == null ? "" : form.source();
    return answer(campaigns.rewrite(campaign.id(), Actor.of(authentication), source), campaign, source, "campaign.done.saved");
  }

  @Post("/{slug}/revision")
  HttpResponse<?> submit(Authentication authentication, String slug) {
    return step(slug, c -> campaigns.submit(c.id(), Actor.of(authentication)), "campaign.done.submitted");
  }

  @Post("/{slug}/aprobar")
  HttpResponse<?> approve(Authentication authentication, String slug) {
    return step(slug, c -> campaigns.approve(c.id(), Actor.of(authentication)), "campaign.done.approved");
  }

  @Post("/{slug}/devolver")
  HttpResponse<?> reject(Authentication authentication, String slug, @Body ReasonForm form) {
    var reason = form.reason() == null ? "" : form.reason().substring(0, Math.min(400, form.reason().length()));
    return step(slug, c -> campaigns.reject(c.id(), Actor.of(authentication), reason), "campaign.done.returned");
  }

  @Post("/{slug}/programar")
  HttpResponse<?> schedule(Authentication authentication, String slug, @Body StartForm form) {
    return step(slug, c -> campaigns.schedule(c.id(), Actor.of(authentication), "now".equals(form.when())), "campaign.done.scheduled");
  }

  @Post("/{slug}/pausar")
  HttpResponse<?> pause(Authentication authentication, String slug) {
    return step(slug, c -> campaigns.pause(c.id(), Actor.of(authentication)), "campaign.done.paused");
  }

  @Post("/{slug}/reanudar")
  HttpResponse<?> resume(Authentication authentication, String slug) {
    return step(slug, c -> campaigns.resume(c.id(), Actor.of(authentication)), "campaign.done.resumed");
  }

  @Post("/{slug}/cancelar")
  HttpResponse<?> cancel(Authentication authentication, String slug) {
    return step(slug, c -> campaigns.cancel(c.id(), Actor.of(authentication)), "campaign.done.cancelled");
  }

  private HttpResponse<?> step(String slug, Function<Campaign, CampaignOutcome> act, String doneKey) {
    var campaign = find(slug);
    return answer(act.apply(campaign), campaign, campaign.source(), doneKey);
  }

  private HttpResponse<?> answer(CampaignOutcome outcome, @Nullable Campaign campaign, String source, String doneKey) {
    return switch (outcome) {
      case CampaignOutcome.Done(var done) -> HttpResponse.seeOther(LocalPath.done(PATH + done.slug(), doneKey));
      case CampaignOutcome.Invalid(var findings) -> HttpResponse.badRequest(view(campaign, source, findings));
      case CampaignOutcome.Refused(var findings) -> HttpResponse.unprocessableEntity().body(view(campaign, source, findings));
      case CampaignOutcome.Taken(var slug) -> HttpResponse.status(HttpStatus.CONFLICT).body(view(campaign, source,
          List.of(new Finding("campaign", 1, "/id", "There is a campaign '" + slug + "' already.", "Choose another id."))));
      case CampaignOutcome.NotNow(_) -> HttpResponse.seeOther(LocalPath.done(PATH + (campaign == null ? "" : campaign.slug()), "campaign.done.notNow"));
      case CampaignOutcome.OwnWork() -> HttpResponse.seeOther(LocalPath.done(PATH + (campaign == null ? "" : campaign.slug()), "campaign.done.ownWork"));
      case CampaignOutcome.Missing() -> throw ProblemException.notFound("campaign");
    };
  }

  private static ModelAndView<SourcePage> view(@Nullable Campaign campaign, String source, List<Finding> findings) {
    return new ModelAndView<>("campaign/source", new SourcePage(campaign, source, findings));
  }

  private Campaign find(String slug) {
    return campaigns.find(slug).orElseThrow(() -> ProblemException.notFound("campaign"));
  }
}
