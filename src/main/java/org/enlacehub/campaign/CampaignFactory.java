package org.enlacehub.campaign;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.campaign.TemplateChecks.Codes;
import org.enlacehub.consulate.Consulates;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.template.Templates;
import org.enlacehub.triage.Triage;

/** Loads the folder and makes the reader that checks what is saved against contacts and templates as they are. */
@Factory
class CampaignFactory {

  @Singleton
  Codes codes(Triage triage, Consulates consulates) {
    return CampaignFiles.codes(triage, consulates);
  }

  @Singleton
  CampaignLibrary library(ConfigFolders folders, Templates templates, ContactFields fields, Codes codes) {
    return new CampaignLibrary(CampaignFiles.load(folders, templates, fields, codes));
  }

  @Singleton
  CampaignReader reader(Templates templates, ContactFields fields, Codes codes, Audiences audiences) {
    return new CampaignReader(new TemplateChecks(templates, fields, codes) {
      @Override
      public void audience(YamlMap map, String query) {
        try {
          audiences.compile(query);
        } catch (QueryError e) {
          report(map, e);
        }
      }
    });
  }
}
