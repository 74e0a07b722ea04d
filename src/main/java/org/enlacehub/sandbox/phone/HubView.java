package org.enlacehub.sandbox.phone;

import java.util.List;

/**
 * What the hub knows of the person who is played, and what it decided and why.
 *
 * @param lines of the person, in words: name, language, place, consulate, what is not sent to them
 * @param cases their newest inquiries, newest first
 */
public record HubView(List<String> lines, List<Case> cases) {

  /**
   * An inquiry.
   *
   * @param title reference, state and desk
   * @param severity 1 to 4, as the desk's colours know it
   * @param because the words and the facts behind the decisions
   */
  public record Case(String title, int severity, String verdict, List<String> because) {}
}
