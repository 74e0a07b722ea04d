package org.enlacehub.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TriageTestCommandTest {
  @TempDir Path folder;

  @Test
  void printsSharesAndMisses() throws IOException {
    var file = folder.resolve("cases.csv");
    Files.writeString(file, """
        id,text,lang,category,severity,topic
        A1,la migra se llevo a mi hermano,es,DET,2,detencion_migratoria
        A2,cuanto cuesta el pasaporte,es,CMP,3,queja_trato
        """);
    var out = new StringWriter();
    assertEquals(0, new CommandLine(new TriageTestCommand()).setOut(new PrintWriter(out)).execute(file.toString()));
    assertTrue(out.toString().contains("recall of severities 1 and 2: 1.000 at a precision of 1.000"), out.toString());
    assertTrue(out.toString().contains("exact category 0.500"), out.toString());
    assertTrue(out.toString().contains("misses 1"), out.toString());
    assertTrue(out.toString().contains("A2  expected CMP 3 es, got DOC 4 es"), out.toString());
  }

  @Test
  void refusesAFileThatIsNone() {
    var err = new StringWriter();
    assertEquals(2, new CommandLine(new TriageTestCommand()).setErr(new PrintWriter(err, true))
        .execute(folder.resolve("none.csv").toString()));
    assertTrue(err.toString().contains("The file is missing."), err.toString());
  }
}
