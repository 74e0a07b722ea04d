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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.web.LocalPath;
import org.enlacehub.campaign.CampaignOutcome;
import org.enlacehub.campaign.Campaigns;
import org.enlacehub.platform.config.Finding;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.web.ProblemException;

/** The form in which campaigns are written, with the message as it will look beside it; and the way to the file and back. */
@Controller("/campanas/formulario")
@Secured({Role.Name.COMMUNICATION, Role.Name.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
class CampaignForms {
  private static final String LIST = "/campanas/";
  private final Campaigns campaigns;
  private final CampaignEditor editor;

  CampaignForms(Campaigns campaigns, CampaignEditor editor) {
    this.campaigns = campaigns;
    this.editor = editor;
  }

  /** @param campaign whose words are changed; absent for a new one */
  @Get
  @View("campaign/form")
  FormPage form(Authentication authentication, @Nullable @QueryValue("campana") String campaign) {
    if (campaign == null) {
      return editor.blank(Actor.of(authentication));
    }
    var found = campaigns.find(campaign).orElseThrow(() -> ProblemException.notFound("campaign"));
    var findings = new Findings();
    return editor.page(Actor.of(authentication), found.slug(), editor.fields(found.source(), findings).orElse(Map.of()), findings.all());
  }

  @Post
  HttpResponse<?> save(Authentication authentication, @Body Map<String, String> fields) {
    var actor = Actor.of(authentication);
    var source = editor.source(fields);
    var slug = fields.getOrDefault("slug", "");
    var outcome = slug.isEmpty() ? campaigns.create(actor, source)
        : campaigns.rewrite(campaigns.find(slug).orElseThrow(() -> ProblemException.notFound("campaign")).id(), actor, source);
    return switch (outcome) {
      case CampaignOutcome.Done(var done) -> HttpResponse.seeOther(LocalPath.done(LIST + done.slug(),
          slug.isEmpty() ? "campaign.done.created" : "campaign.done.saved"));
      case CampaignOutcome.Invalid(var findings) -> again(actor, HttpStatus.BAD_REQUEST, slug, fields, findings);
      case CampaignOutcome.Refused(var findings) -> again(actor, HttpStatus.UNPROCESSABLE_ENTITY, slug, fields, findings);
      case CampaignOutcome.Taken(var taken) -> again(actor, HttpStatus.CONFLICT, slug, fields,
          List.of(new Finding("campaign", 1, "/id", "There is a campaign '" + taken + "' already.", "Choose another id.")));
      case CampaignOutcome.NotNow _, CampaignOutcome.OwnWork _ -> HttpResponse.seeOther(LocalPath.done(LIST + slug, "campaign.done.notNow"));
      case CampaignOutcome.Missing() -> throw ProblemException.notFound("campaign");
    };
  }

  private HttpResponse<?> again(Actor actor, HttpStatus status, String slug, Map<String, String> fields, List<Finding> findings) {
    return HttpResponse.status(status).body(new ModelAndView<>("campaign/form", editor.page(actor, slug.isEmpty() ? null : slug, fields, findings)));
  }

  /** What stands beside the form, anew. @param cheaper the field of a text that is to be spelled cheaper */
  @Post("/vista")
  @View("campaign/look")
  LookPart look(@Body Map<String, String> fields, @Nullable @QueryValue("ahorrar") String cheaper) {
    return editor.look(fields, cheaper);
  }

  /** The form again with what stands in it, for another template's variables. */
  @Post("/campos")
  @View("campaign/form")
  FormPage again(Authentication authentication, @Body Map<String, String> fields) {
    return editor.page(Actor.of(authentication), blankToNull(fields.get("slug")), fields, List.of());
  }

  /** The file that the form makes; nothing is stored. */
  @Post("/archivo")
  @View("campaign/source")
  SourcePage asFile(@Body Map<String, String> fields) {
    var slug = fields.getOrDefault("slug", "");
    return new SourcePage(slug.isEmpty() ? null : campaigns.find(slug).orElse(null), editor.source(fields), List.of());
  }

  /** The form of a file's text; the file again, with what is wrong, where it has errors. Nothing is stored. */
  @Post("/desde-archivo")
  HttpResponse<?> asForm(Authentication authentication, @Body Map<String, String> posted) {
    var slug = posted.getOrDefault("slug", "");
    var source = posted.getOrDefault("source", "");
    var findings = new Findings();
    var fields = editor.fields(source, findings);
    return fields.isPresent()
        ? HttpResponse.ok(new ModelAndView<>("campaign/form", editor.page(Actor.of(authentication), slug.isEmpty() ? null : slug, fields.get(), List.of())))
        : HttpResponse.badRequest(new ModelAndView<>("campaign/source",
            new SourcePage(slug.isEmpty() ? null : campaigns.find(slug).orElse(null), source, findings.all())));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
