package org.enlacehub.campaign.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields of the form and the keys of a file, each made from the other. A field is named as its key ({@code title.es},
 * {@code pace.spreadOver}); empty ones are no keys. Nothing is checked here: the reader checks the file that comes of it.
 */
final class FormTree {
  private static final List<String> CHANNELS = List.of("channel.1", "channel.2", "channel.3");

  private FormTree() {}

  static Map<String, Object> tree(Map<String, String> fields) {
    var form = new Form(fields);
    var tree = new LinkedHashMap<String, Object>();
    form.copy(tree, "id", "id");
    put(tree, "title", form.group("title."));
    form.copy(tree, "purpose", "purpose");
    form.copy(tree, "audience", "audience");
    if (form.is("content", "template")) {
      form.copy(tree, "template", "template");
      put(tree, "values", form.values("values."));
    } else {
      put(tree, "text", form.group("text."));
    }
    tree.put("channels", CHANNELS.stream().map(form::get).filter(c -> !c.isEmpty()).toList());
    form.copy(tree, "fallbackAfter", "fallbackAfter");
    tree.put("schedule", form.schedule());
    if (form.is("quiet", "none")) {
      tree.put("quietHours", "none");
    } else if (form.is("quiet", "hours")) {
      tree.put("quietHours", form.group("quiet.", "from", "to"));
    }
    put(tree, "pace", form.group("pace."));
    if (!form.get("budget.amount").isEmpty()) {
      tree.put("budget", form.group("budget."));
    }
    for (var key : List.of("approvals", "expires", "expects")) {
      form.copy(tree, key, key);
    }
    if (form.is("repeat", "true")) {
      tree.put("repeat", true);
    }
    put(tree, "against", form.against());
    put(tree, "reply", form.reply());
    put(tree, "rsvp", form.rsvp());
    return tree;
  }

  /** @param tree as {@link org.enlacehub.campaign.DefinitionTree#of} makes it */
  static Map<String, String> fields(Map<String, Object> tree) {
    var fields = new LinkedHashMap<String, String>();
    tree.forEach((key, value) -> {
      switch (key) {
        case "channels" -> {
          var channels = (List<?>) value;
          for (int i = 0; i < channels.size() && i < CHANNELS.size(); i++) {
            fields.put(CHANNELS.get(i), String.valueOf(channels.get(i)));
          }
        }
        case "schedule" -> schedule(value, fields);
        case "quietHours" -> {
          fields.put("quiet", value instanceof Map ? "hours" : "none");
          flatten("quiet", value, fields);
        }
        default -> flatten(key, value, fields);
      }
    });
    fields.put("content", tree.containsKey("template") ? "template" : "text");
    return fields;
  }

  private static void schedule(Object value, Map<String, String> fields) {
    if (!(value instanceof Map<?, ?> schedule)) {
      fields.put("schedule", "now");
      return;
    }
    fields.put("schedule", schedule.containsKey("relativeTo") ? "relative" : schedule.containsKey("rrule") ? "recurring" : "once");
    schedule.forEach((key, v) -> {
      var name = key.equals("at") && !fields.get("schedule").equals("once") ? "time" : String.valueOf(key);
      fields.put(name, v instanceof List<?> list ? joined(list) : String.valueOf(v));
    });
  }

  private static String joined(List<?> list) {
    return String.join(", ", list.stream().map(String::valueOf).toList());
  }

  private static void flatten(String name, Object value, Map<String, String> fields) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, v) -> flatten(name + "." + key, v, fields));
    } else if (value instanceof List<?> list) {
      fields.put(name, joined(list));
    } else {
      fields.put(name, String.valueOf(value));
    }
  }

  private static void put(Map<String, Object> tree, String key, Map<String, ?> group) {
    if (!group.isEmpty()) {
      tree.put(key, group);
    }
  }

  /** What was posted. */
  private record Form(Map<String, String> fields) {

    String get(String name) {
      return fields.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }

    boolean is(String name, String value) {
      return get(name).equals(value);
    }

    void copy(Map<String, Object> tree, String field, String key) {
      if (!get(field).isEmpty()) {
        tree.put(key, get(field));
      }
    }

    /** The fields under a prefix that are filled in; only those named, when any is. */
    Map<String, Object> group(String prefix, String... only) {
      var group = new LinkedHashMap<String, Object>();
      names(prefix).filter(n -> only.length == 0 || Arrays.asList(only).contains(n)).forEach(n -> copy(group, prefix + n, n));
      return group;
    }

    private Stream<String> names(String prefix) {
      return fields.keySet().stream().filter(n -> n.startsWith(prefix)).map(n -> n.substring(prefix.length()));
    }

    /** A value for everybody, or one for each language: {@code values.place}, {@code values.services.es}. */
    Map<String, Object> values(String prefix) {
      var values = new LinkedHashMap<String, Object>();
      names(prefix).map(n -> n.split("\\.", 2)[0]).distinct().forEach(name -> {
        var byLanguage = group(prefix + name + ".");
        var one = get(prefix + name);
        if (!byLanguage.isEmpty()) {
          values.put(name, byLanguage);
        } else if (!one.isEmpty()) {
          values.put(name, one);
        }
      });
      return values;
    }

    Map<String, Object> against() {
      var tree = new LinkedHashMap<String, Object>();
      copy(tree, "against.template", "template");
      if (tree.isEmpty()) {
        FormTree.put(tree, "text", group("against.text."));
      }
      FormTree.put(tree, "values", values("against.values."));
      if (!tree.isEmpty()) {
        copy(tree, "against.share", "share");
      }
      return tree;
    }

    Map<String, Object> reply() {
      var tree = group("reply.", "within", "topic", "desk", "tag");
      for (var key : List.of("urgent", "settled")) {
        put(tree, key, split("reply." + key, ","));
      }
      return tree;
    }

    Map<String, Object> rsvp() {
      var tree = group("rsvp.", "capacity", "deadline", "zone");
      if (!tree.isEmpty()) {
        FormTree.put(tree, "accept", group("rsvp.accept."));
        FormTree.put(tree, "decline", group("rsvp.decline."));
      }
      return tree;
    }

    Object schedule() {
      var tree = new LinkedHashMap<String, Object>();
      switch (get("schedule")) {
        case "once" -> copy(tree, "at", "at");
        case "recurring" -> {
          copy(tree, "rrule", "rrule");
          copy(tree, "time", "at");
          copy(tree, "start", "start");
          put(tree, "exceptions", list("exceptions"));
        }
        case "relative" -> {
          copy(tree, "relativeTo", "relativeTo");
          put(tree, "offsets", list("offsets"));
          copy(tree, "time", "at");
        }
        default -> {
          return "now";
        }
      }
      copy(tree, "zone", "zone");
      copy(tree, "missed", "missed");
      return tree;
    }

    private List<String> list(String name) {
      return split(name, "[,;\\s]+");
    }

    private List<String> split(String name, String separator) {
      return Stream.of(get(name).split(separator)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    private static void put(Map<String, Object> tree, String key, List<String> list) {
      if (!list.isEmpty()) {
        tree.put(key, list);
      }
    }
  }
}
