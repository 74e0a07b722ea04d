package org.enlacehub.account.web;

import io.micronaut.security.authentication.Authentication;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Role;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Tokens;

/** Turns a member of staff or a token's bearer into what Micronaut Security checks roles on. */
final class Identities {
  /** Attribute of a bearer whose token may only read. */
  static final String READ_ONLY = "readOnly";

  private Identities() {}

  static Authentication of(Staff staff) {
    var attributes = attributes(staff.actor(), staff.language());
    attributes.put(Actor.THEME, staff.theme());
    return build(staff.actor(), attributes);
  }

  static Authentication of(Tokens.Bearer bearer) {
    var attributes = attributes(bearer.actor(), bearer.language());
    if (!bearer.mayWrite()) attributes.put(READ_ONLY, true);
    return build(bearer.actor(), attributes);
  }

  private static Map<String, Object> attributes(Actor actor, String language) {
    var attributes = new HashMap<String, Object>();
    attributes.put(Actor.STAFF_ID, Long.toString(actor.staffId()));
    attributes.put(Actor.NAME, actor.name());
    attributes.put(Actor.LANGUAGE, language);
    if (actor.desk() != null) attributes.put(Actor.DESK, actor.desk());
    return attributes;
  }

  /** The principal's name is the id, never the person's name: frameworks log it. */
  private static Authentication build(Actor actor, Map<String, Object> attributes) {
    var name = actor.staffId() == 0 ? actor.name() : Long.toString(actor.staffId());
    return Authentication.build(name, actor.roles().stream().map(Role::name).toList(), attributes);
  }
}
