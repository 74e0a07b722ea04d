package org.enlacehub.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlacehub.routing.RoutingRules.Words;
import org.enlacehub.routing.Token.Gap;

/** Finds the phrases around a name that say how the place relates to the person. */
final class Frames {
  private static final int LONGEST = 6;
  private static final int REACH = 10;
  /** Roles that do not reach over a comma: "soy de Quiché, Houston Texas". */
  private static final Set<Role> SHORT_REACH =
      Set.of(Role.ORIGIN, Role.HOME_OF, Role.DESTINATION, Role.PAST, Role.NOT, Role.PERSON, Role.KIN, Role.THING, Role.CONSULATE,
          Role.BORN);

  private static final Set<String> LEADING =
      Set.of("en", "de", "del", "of", "a", "al", "para", "hacia", "hasta", "por", "desde", "in", "to", "toward", "from", "at",
          "near", "around", "through");

  /** A phrase in a message. */
  private record Hit(int from, int to, Role role) {}

  /**
   * How a name is framed.
   *
   * @param role what the words before it say
   * @param placed a preposition of place, or the phrase itself, stands right before the name
   * @param strong a phrase governs it, and it is placed
   */
  record Frame(Role role, boolean placed, boolean strong) {
    static final Frame NONE = new Frame(Role.WEAK, false, false);
  }

  private final Map<String, Role> phrases;
  private final Words words;
  private final List<Token> tokens;
  private final Hit[] endingAt;
  private final Hit[] covering;

  Frames(Map<String, Role> phrases, Words words, List<Token> tokens) {
    this.phrases = phrases;
    this.words = words;
    this.tokens = tokens;
    this.endingAt = new Hit[tokens.size() + 1];
    this.covering = new Hit[tokens.size()];
    for (var hit : hits()) {
      endingAt[hit.to()] = hit;
      for (int i = hit.from(); i < hit.to(); i++) {
        covering[i] = hit;
      }
    }
  }

  /** The frame of a name that begins at a word. */
  Frame of(int start) {
    int at = beforeGeneric(start);
    if (at == 0 || tokens.get(at).before() == Gap.STOP) {
      return Frame.NONE;
    }
    var adjacent = tokens.get(at).before() == Gap.NONE ? endingAt[at] : null;
    if (adjacent == null) {
      var governing = governing(at);
      return governing == null ? Frame.NONE : framed(governing.role(), false);
    }
    if (!preposition(adjacent)) {
      return adjacent(adjacent);
    }
    var governing = governing(adjacent.from());
    if (adjacent.role() == Role.DESTINATION) {
      return towards(governing);
    }
    if (governing != null && governing.role() == Role.KIN) {
      // "tienen secuestrado a mi hijo en Reynosa", "vivo con mi hermano en Houston": the verb tells more than the relative
      var verb = governing(governing.from());
      governing = verb == null ? governing : verb;
    }
    return governing == null ? new Frame(Role.WEAK, true, false) : framed(governing.role(), true);
  }

  /** Over "el estado de", "un pueblo que se llama". */
  private int beforeGeneric(int start) {
    int at = start;
    while (at > 0 && tokens.get(at).before() == Gap.NONE) {
      if (endingAt[at] != null) {
        boolean ofTown = endingAt[at].role() == Role.CALLED && endingAt[at].from() > 0 && generic(endingAt[at].from() - 1);
        if (!ofTown) {
          break;
        }
        at = endingAt[at].from();
      } else if (generic(at - 1)) {
        at--;
      } else {
        break;
      }
    }
    return at;
  }

  private boolean generic(int token) {
    return words.generic().contains(tokens.get(token).plain());
  }

  /** The phrase stands right before the name. */
  private Frame adjacent(Hit hit) {
    return switch (hit.role()) {
      case DESTINATION -> new Frame(Role.DESTINATION, true, leads(hit));
      case PERSON, CALLED -> new Frame(Role.PERSON, false, false);
      case KIN -> new Frame(Role.KIN, false, false);
      case MOVED_FROM -> new Frame(Role.PAST, true, true);
      default -> new Frame(framed(hit.role(), true).role(), true, leads(hit));
    };
  }

  /** "a", "to": where somebody goes, unless the verb says that they came or were taken. */
  private static Frame towards(Hit governing) {
    var role = switch (governing == null ? Role.WEAK : governing.role()) {
      case ARRIVED, MOVED_FROM -> Role.PRESENT;
      case TAKEN -> Role.HELD;
      default -> Role.DESTINATION;
    };
    return new Frame(role, true, true);
  }

  /** The phrase stands further before; {@code placed} tells whether a preposition stands between. */
  private static Frame framed(Role role, boolean placed) {
    return switch (role) {
      case KIN -> placed ? new Frame(Role.OTHER_PERSON, true, true) : new Frame(Role.KIN, false, false);
      case PERSON, CALLED -> placed ? new Frame(Role.WEAK, true, false) : new Frame(Role.PERSON, false, false);
      // "voy en un bus por Puebla": on the way there is being there.
      case DESTINATION -> placed ? new Frame(Role.PRESENT, true, true) : new Frame(Role.WEAK, false, false);
      case ARRIVED, MOVED_FROM -> new Frame(Role.PRESENT, placed, placed);
      case TAKEN -> new Frame(Role.HELD, placed, placed);
      default -> new Frame(role, placed, placed);
    };
  }

  /** The nearest phrase before, unless a new thought begins between. */
  private Hit governing(int before) {
    boolean comma = tokens.get(Math.min(before, tokens.size() - 1)).before() == Gap.COMMA;
    for (int i = before - 1; i >= Math.max(0, before - REACH); i--) {
      var hit = covering[i];
      if (hit != null && !preposition(hit)) {
        return comma && SHORT_REACH.contains(hit.role()) ? null : hit;
      }
      if (words.turns().contains(tokens.get(i).plain()) || tokens.get(i).before() == Gap.STOP) {
        return null;
      }
      comma |= tokens.get(i).before() == Gap.COMMA;
    }
    return null;
  }

  /** The phrase ends in a preposition, so that a place must follow: "soy de", not "vivo". */
  private boolean leads(Hit hit) {
    return LEADING.contains(tokens.get(hit.to() - 1).plain());
  }

  private boolean preposition(Hit hit) {
    return hit.role() == Role.WEAK || (hit.role() == Role.DESTINATION && hit.to() - hit.from() == 1
        && LEADING.contains(tokens.get(hit.from()).plain()));
  }

  private List<Hit> hits() {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < tokens.size(); ) {
      Hit hit = null;
      var phrase = new StringBuilder();
      for (int length = 1; length <= LONGEST && i + length <= tokens.size(); length++) {
        var token = tokens.get(i + length - 1);
        if (length > 1 && token.before() == Gap.STOP) {
          break;
        }
        phrase.append(length > 1 ? " " : "").append(token.plain());
        var role = phrases.get(phrase.toString());
        if (role != null) {
          hit = new Hit(i, i + length, role);
        }
      }
      if (hit != null) {
        hits.add(hit);
      }
      i = hit == null ? i + 1 : hit.to();
    }
    return hits;
  }
}
