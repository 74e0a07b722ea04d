package org.enlacehub.audience.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.audience.Asking;
import org.enlacehub.audience.FieldKind;
import org.enlacehub.audience.QueryFields;
import org.enlacehub.audience.QueryPart.Group;
import org.enlacehub.audience.QueryPart.Row;
import org.enlacehub.audience.web.PartView.GroupView;
import org.enlacehub.audience.web.PartView.RowView;
import org.enlacehub.platform.i18n.Texts;

/** Makes what the form shows of rows and groups. */
@Singleton
class RowViews {
  private final FieldMenu menu;
  private final QueryFields fields;
  private final Choices choices;
  private final Maps maps;

  RowViews(FieldMenu menu, QueryFields fields, Choices choices, Maps maps) {
    this.menu = menu;
    this.fields = fields;
    this.choices = choices;
    this.maps = maps;
  }

  /** @param wrong path of the row with which {@code error} is about; empty for none */
  GroupView group(Group group, String path, BuilderForm form, String wrong, @Nullable String error, Actor actor, Texts t) {
    return group(group, path, form, wrong, error, actor, t, menu.groups(t));
  }

  private GroupView group(Group group, String path, BuilderForm form, String wrong, @Nullable String error, Actor actor, Texts t,
      Map<String, Map<String, String>> menu) {
    var parts = new ArrayList<PartView>();
    for (int i = 0; i < group.parts().size(); i++) {
      var at = path.isEmpty() ? Integer.toString(i) : path + "-" + i;
      parts.add(switch (group.parts().get(i)) {
        case Group inner -> group(inner, at, form, wrong, error, actor, t, menu);
        case Row row -> row(row, at, form, at.equals(wrong) ? error : null, actor, t);
      });
    }
    return new GroupView(path, group.all(), group.not(), parts, menu);
  }

  private RowView row(Row typed, String path, BuilderForm form, @Nullable String error, Actor actor, Texts t) {
    var kind = typed.field().equals(Row.PLACE) ? FieldKind.PLACE : fields.kind(typed.field()).orElse(FieldKind.WORDS);
    var row = kind.askings().contains(typed.asking()) ? typed : new Row(typed.field(), kind.askings().getFirst(), typed.values());
    boolean one = !row.asking().takesMany() && !row.asking().isPresence() && kind != FieldKind.PLACE;
    var values = row.values();
    var value = switch (row.asking()) {
      case IN, NOT_IN -> ValueList.join(values);
      case INSIDE -> String.join("\n", values);
      default -> values.isEmpty() ? "" : values.getFirst();
    };
    var options = one ? options(choices.of(row.field(), kind, actor.scope(), t), value, t) : Map.<String, String>of();
    return new RowView(path, row.field(), row.asking(), kind.askings(), value, values.size() > 1 && row.asking() == Asking.WITHIN
        ? values.get(1) : "", options, error, kind == FieldKind.PLACE ? maps.of(row, form.ofRow(path, "zoom"), t) : null);
  }

  /** The choices, with what stands in the query even where it is none of them. */
  private static Map<String, String> options(Map<String, String> known, String value, Texts t) {
    if (known.isEmpty() || known.containsKey(value)) return known;
    var all = new LinkedHashMap<String, String>();
    all.put(value, value.isEmpty() ? t.get("audience.choose") : value);
    all.putAll(known);
    return all;
  }
}
