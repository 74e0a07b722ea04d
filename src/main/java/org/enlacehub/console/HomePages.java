package org.enlacehub.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.account.Actor;
import org.enlacehub.account.StartTile;
import org.enlacehub.platform.i18n.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inicio: what each room has to say to this person now. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
class HomePages {
  private static final Logger LOG = LoggerFactory.getLogger(HomePages.class);
  private final Shells shells;
  private final List<StartTile> tiles;

  HomePages(Shells shells, List<StartTile> tiles) {
    this.shells = shells;
    this.tiles = tiles.stream().sorted(Comparator.comparingInt(StartTile::order)).toList();
  }

  @Get("/")
  @View("console/home")
  HomePage home(HttpRequest<?> request, Authentication authentication) {
    var actor = Actor.of(authentication);
    var t = shells.texts(request);
    return new HomePage(actor.name().strip().split("\\s+")[0], tiles.stream().flatMap(tile -> ask(tile, actor, t)).toList());
  }

  /** One room that fails must not take the start page with it. */
  private static Stream<StartTile.Tile> ask(StartTile tile, Actor actor, Texts t) {
    try {
      return tile.tile(actor, t).stream();
    } catch (RuntimeException e) {
      LOG.warn("the start tile {} failed", tile.getClass().getSimpleName(), e);
      return Stream.empty();
    }
  }
}
