package org.enlacehub.routing;

import java.util.List;

/**
 * Words of a message that may name a place.
 *
 * @param from first word
 * @param to one past the last word
 * @param referents what they may stand for
 * @param common they are ordinary words or names of people, too
 * @param typo they are near to a name, not the name
 * @param firm several names that fit together: "homestead fl"
 */
record Mention(int from, int to, List<Referent> referents, boolean common, boolean typo, boolean firm) {

  Mention with(List<Referent> narrowed) {
    return new Mention(from, to, narrowed, common, typo, firm);
  }

  int words() {
    return to - from;
  }
}
