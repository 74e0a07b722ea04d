package org.enlacehub.routing;

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

class RoutingTestCommandTest {
  @TempDir Path folder;

  @Test
  void printsSharesByKindAndMisses() throws IOException {
    var out = new StringWriter();
    assertEquals(0, new CommandLine(new RoutingTestCommand()).setOut(new PrintWriter(out)).execute(file("""
        id,kind,input,country,area
        A1,text,estoy en miami florida,US,US-FL
        A2,postalCode,33460,US,US-TX
        """)));
    assertTrue(out.toString().contains("cases 2 · right 0.500 · wrong with confidence 1"), out.toString());
    assertTrue(out.toString().contains("A2 33460: expected US US-TX, told US US-FL"), out.toString());
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    var err = new StringWriter();
    assertEquals(2, new CommandLine(new RoutingTestCommand()).setErr(new PrintWriter(err, true)).execute(file("""
        id,kind,input,country,area
        A1,txt,estoy en miami,US,US-FL
        A2,pin,aqui,US,US-FL
        """)));
    assertTrue(err.toString().contains(":2: The kind 'txt' is unknown."), err.toString());
    assertTrue(err.toString().contains(":3: 'aqui' is no pin."), err.toString());
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("cases.csv"), text).toString();
  }
}
