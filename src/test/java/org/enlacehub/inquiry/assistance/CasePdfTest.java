package org.enlacehub.inquiry.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.enlacehub.inquiry.Doors;
import org.enlacehub.inquiry.Inquirers;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The record on paper: every letter, and readable by a screen reader; what people wrote is words and never markup. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePdfTest implements TestDatabase {
  @Inject Doors doors;
  @Inject Inquirers inquirers;
  @Inject CaseRecords records;

  @Override
  public Map<String, String> extraProperties() {
    return Map.of("enlace.quartz.autostart", "false");
  }

  @Test
  void aRecordIsPrintedWithEveryLetter() throws IOException {
    var officer = inquirers.officer("GT-US-LAX");
    var matter = inquirers.writes(inquirers.person("given_name", "Xʼmucané", "family_name", "Chʼumil"), Inquirers.PASSPORT);
    records.add(matter.id(), officer.actor(), new CaseDraft("PERSON", Map.of("name", "Bʼalam Qʼeqchiʼ ẍöl", "relation", "child",
        "notes", "<b>no es & código</b> <img src='http://127.0.0.1:1/x'/>\nsegunda línea 😀 \u0301"), null, null));
    records.add(matter.id(), officer.actor(), new CaseDraft("FACILITY", Map.of("name", "Otay Mesa", "type", "detention", "notification", "wants"),
        null, null));
    try (PDDocument pdf = Loader.loadPDF(doors.as(officer).bytes("/bandeja/" + matter.id() + "/expediente.pdf"))) {
      var text = new PDFTextStripper().getText(pdf);
      for (var words : new String[] {matter.reference(), "Xʼmucané", "Bʼalam Qʼeqchiʼ ẍöl", "<b>no es & código</b>", "segunda línea", "Otay Mesa",
          "Quiere que se avise", officer.name()}) {
        assertTrue(text.contains(words), () -> words + " is not in:\n" + text);
      }
      var catalog = pdf.getDocumentCatalog();
      assertEquals("es", catalog.getLanguage());
      assertTrue(catalog.getMarkInfo().isMarked(), "tagged");
      assertNotNull(catalog.getStructureTreeRoot());
      assertTrue(pdf.getDocumentInformation().getTitle().contains(matter.reference()));
      for (var page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertTrue(page.getResources().getFont(name).isEmbedded(), "embedded");
        }
      }
    }
  }
}
