package org.enlacehub.contact.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;

/** Excel workbooks as Excel would write them. */
final class Workbooks {
  private Workbooks() {}

  /** Two people with a blank row between them, and a second sheet. */
  static byte[] contacts() throws IOException {
    var out = new ByteArrayOutputStream();
    var workbook = new Workbook(out, "Test", "1.0");
    var sheet = workbook.newWorksheet("Hoja1");
    var headings = new String[] {"Nombre", "Celular", "Vence pasaporte", "Activo"};
    for (int i = 0; i < headings.length; i++) {
      sheet.value(0, i, headings[i]);
    }
    sheet.value(1, 0, "José Ñañez");
    sheet.value(1, 1, 50255501234L);
    sheet.value(1, 2, LocalDate.of(2027, 4, 3));
    sheet.style(1, 2).format("dd/mm/yyyy").set();
    sheet.value(1, 3, true);
    sheet.value(3, 0, "Ana");
    sheet.value(3, 1, 5.02E10);
    sheet.value(3, 2, 46480);
    sheet.value(3, 3, false);
    workbook.newWorksheet("Hoja2").value(0, 0, "nada");
    workbook.finish();
    return out.toByteArray();
  }
}
