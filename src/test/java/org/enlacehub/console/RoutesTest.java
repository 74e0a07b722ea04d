package org.enlacehub.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.http.HttpMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlacehub.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who may call what, as a table to read: {@code src/test/resources/fixtures/routes/ROOM.csv} with one line a route,
 * {@code METHOD,path,who}, where who is {@code open}, {@code signed-in} or roles joined by {@code |}. A route that is open to
 * everyone must stand in the table of its room, or in {@code open.csv} while the room has none; a room that has a table must have all
 * its routes in it. The failure prints the
 * lines to copy; with {@code ENLACE_WRITE_ROUTES=true} the test writes the tables itself, and the diff is what to think about.
 */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest implements TestDatabase {
  private static final Path TABLES = Path.of("src/test/resources/fixtures/routes");
  @Inject Router router;

  @Test
  void everyRouteIsForWhomTheTableSays() throws IOException {
    var real = router.uriRoutes().filter(route -> route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
        .collect(Collectors.groupingBy(RoutesTest::room, Collectors.mapping(RoutesTest::line, Collectors.toCollection(TreeSet::new))));
    assertEquals(null, real.get("sandbox"), "without ENLACE_SANDBOX nothing of the sandbox may answer");
    for (var room : real.entrySet()) {
      if ("true".equals(System.getenv("ENLACE_WRITE_ROUTES"))) Files.write(TABLES.resolve(room.getKey() + ".csv"), room.getValue());
    }
    var open = Files.readAllLines(TABLES.resolve("open.csv"));
    var missing = new TreeSet<String>();
    var stale = new TreeSet<String>();
    for (var room : real.entrySet()) {
      var file = TABLES.resolve(room.getKey() + ".csv");
      var table = Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.<String>of();
      room.getValue().stream().filter(line -> !table.contains(line) && !open.contains(line) && (!table.isEmpty() || line.endsWith(",open")))
          .forEach(line -> missing.add(file.getFileName() + ": " + line));
      table.stream().filter(line -> !line.isBlank() && !room.getValue().contains(line))
          .forEach(line -> stale.add(file.getFileName() + ": " + line));
    }
    open.stream().filter(line -> real.values().stream().noneMatch(lines -> lines.contains(line))).forEach(line -> stale.add("open.csv: " + line));
    assertEquals("", String.join("\n", missing), "routes that no table in fixtures/routes names");
    assertEquals("", String.join("\n", stale), "lines of the tables that are no route, or are for somebody else");
  }

  private static String room(UriRouteInfo<?, ?> route) {
    var parts = route.getDeclaringType().getPackageName().split("\\.");
    return parts[0].equals("org") && parts[1].equals("enlacehub") && parts.length > 2 ? parts[2] : "framework";
  }

  private static String line(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + "," + route.getUriMatchTemplate().toPathString() + "," + who(route);
  }

  private static String who(UriRouteInfo<?, ?> route) {
    var secured = List.of(route.getTargetMethod().getAnnotationMetadata().stringValues(Secured.class));
    if (secured.isEmpty()) return room(route).equals("framework") ? "open" : "nobody";
    return secured.stream().map(RoutesTest::word).distinct().sorted().collect(Collectors.joining("|"));
  }

  private static String word(String role) {
    return switch (role) {
      case SecurityRule.IS_ANONYMOUS -> "open";
      case SecurityRule.IS_AUTHENTICATED -> "signed-in";
      default -> role;
    };
  }
}
