package org.enlacehub.console;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.enlacehub.account.StartTile;

/** The start page: {@code tiles} of all rooms for this person, in order. */
@Introspected
public record HomePage(String firstName, List<StartTile.Tile> tiles) {}
