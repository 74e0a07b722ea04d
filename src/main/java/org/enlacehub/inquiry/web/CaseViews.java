package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Desks;
import org.enlacehub.account.Staff;
import org.enlacehub.account.Staffs;
import org.enlacehub.inquiry.Inquiry;
import org.enlacehub.inquiry.InquiryReader;
import org.enlacehub.inquiry.Protection;
import org.enlacehub.inquiry.assistance.CaseItem;
import org.enlacehub.inquiry.assistance.CaseKind;
import org.enlacehub.inquiry.assistance.CaseRecords;

/** Makes the page of a case record, for the screen and for paper. */
@Singleton
class CaseViews {
  private static final int MOST_OFFICERS = 1_000;
  private final CaseRecords records;
  private final InquiryReader reader;
  private final Protection protection;
  private final Staffs staffs;
  private final Desks desks;

  CaseViews(CaseRecords records, InquiryReader reader, Protection protection, Staffs staffs, Desks desks) {
    this.records = records;
    this.reader = reader;
    this.protection = protection;
    this.staffs = staffs;
    this.desks = desks;
  }

  /** Empty when the actor may not see the inquiry. Reading a protected one is kept in the audit log. */
  Optional<CasePage> of(long inquiryId, Actor actor) {
    return reader.open(inquiryId, actor, null, 1).flatMap(opened -> records.of(inquiryId, actor).map(items -> {
      var inquiry = opened.inquiry();
      protection.read(inquiry, actor);
      var byKind = new EnumMap<CaseKind, List<CaseItem>>(CaseKind.class);
      for (var kind : CaseKind.values()) {
        byKind.put(kind, items.stream().filter(item -> item.kind() == kind).toList());
      }
      var named = protection.named(inquiry);
      return new CasePage(opened, desks.name(inquiry.desk()), byKind, names(items), colleagues(inquiry, named), named,
          inquiry.restricted() ? officers(named) : Map.of(), null);
    }));
  }

  private Map<Long, String> names(List<CaseItem> items) {
    var ids = new HashSet<Long>();
    items.forEach(item -> ids.add(item.writtenBy()));
    items.stream().map(CaseItem::staffId).filter(Objects::nonNull).forEach(ids::add);
    var names = new HashMap<Long, String>();
    staffs.findAll(ids).values().forEach(staff -> names.put(staff.id(), staff.name()));
    return names;
  }

  private Map<String, String> colleagues(Inquiry inquiry, List<Staff> named) {
    var all = new LinkedHashMap<String, String>();
    (inquiry.restricted() ? named : staffs.atDesk(inquiry.desk())).forEach(staff -> all.put(Long.toString(staff.id()), staff.name()));
    return all;
  }

  private Map<String, String> officers(List<Staff> named) {
    var known = new ArrayList<>(named.stream().map(Staff::id).toList());
    var all = new LinkedHashMap<String, String>();
    staffs.list(0, MOST_OFFICERS).stream().filter(staff -> Protection.fit(staff) && !known.contains(staff.id()))
        .forEach(staff -> all.put(Long.toString(staff.id()), staff.name() + (staff.desk() == null ? "" : " · " + desks.name(staff.desk()))));
    return all;
  }
}
