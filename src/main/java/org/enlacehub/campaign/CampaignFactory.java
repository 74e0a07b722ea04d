package org.enlacehub.campaign;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.audience.Audiences;
import org.enlacehub.audience.QueryError;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.YamlMap;
import org.enlacehub.template.Templates;

/** Loads the folder and makes the reader that checks what is saved against contacts and templates as they are. */
@Factory
class CampaignFactory {

  @Singleton
  CampaignLibrary library(ConfigFolders folders, Templates templates, ContactFields fields) {
    return new CampaignLibrary(CampaignFiles.load(folders, templates, fields));
  }

  @Singleton
  CampaignReader reader(Templates templates, ContactFields fields, Audiences audiences) {
    return new CampaignReader(new TemplateChecks(templates, fields) {
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
