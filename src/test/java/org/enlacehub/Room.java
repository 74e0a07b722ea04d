package org.enlacehub;

import java.util.List;

/** The rooms from the top of the house down; a room may use those below it. The one table behind the test and the document. */
record Room(String name, String what) {
  static final List<Room> TOP_DOWN = List.of(
      new Room("bench", "measures speed: ours beside the raw loop in the same run"),
      new Room("console", "shell of the web pages: layout, navigation, design system, sign-in, start page"),
      new Room("sandbox", "stand-ins for Twilio and a mail server, the phone page, demo data; active only when asked for"),
      new Room("inbound", "webhooks and mailbox: storing, deduplicating, keywords, handing on; receipts"),
      new Room("insight", "monitoring and analysis of migration flows; aggregates only"),
      new Room("webhook", "tells other systems what happened: signed, tried again, sent anew"),
      new Room("campaign", "definitions, approval, schedule, expansion, progress, results"),
      new Room("inquiry", "conversations, desks, assignment, deadlines, replies"),
      new Room("knowledge", "articles, guided answers, public pages, training"),
      new Room("routing", "place to consulate, with its reasons"),
      new Room("triage", "text to language, topic, category and severity, with its reasons"),
      new Room("delivery", "the outbox: lanes, pacing, retries, receipts, fallback, reconciliation"),
      new Room("channel", "adapters behind one sealed interface: Twilio, email"),
      new Room("template", "message texts by language and channel, rendering, SMS segments"),
      new Room("audience", "the query language, counts, snapshots"),
      new Room("contact", "people, addresses, consent, import, erasure"),
      new Room("consulate", "missions, jurisdictions, hours, holidays"),
      new Room("territory", "countries, areas, gazetteer, time zones, phone prefixes"),
      new Room("account", "staff, roles, sessions, API tokens, audit log"),
      new Room("platform", "database, encryption, ids, clock, Quartz, configuration files, problem responses"));
}
