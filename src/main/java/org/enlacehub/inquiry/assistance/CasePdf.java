package org.enlacehub.inquiry.assistance;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints a page as a PDF that a screen reader can read (PDF/UA: tagged, titled, with its language), in an embedded font that has the letters
 * of the Mayan languages. It fetches nothing: what a page names from elsewhere is left out.
 */
@Singleton
public class CasePdf {
  /** Liberation Sans, as PDFBox brings it (SIL Open Font License). */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String FAMILY = "Enlace";
  private static final int NORMAL = 400;

  /** @param xhtml a whole page, well-formed, whose style names the family {@code Enlace} */
  public byte[] print(String xhtml) {
    var pdf = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(CasePdf::font, FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.useUriResolver((_, _) -> null);
    builder.withHtmlContent(xhtml, null);
    builder.withProducer("Enlace");
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font() {
    return PDDocument.class.getResourceAsStream(FONT);
  }
}
