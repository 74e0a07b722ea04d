package org.enlacehub.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.ContactSearch;
import org.enlacehub.contact.FilterLanguage.Reading;

/**
 * A page of the list of contacts, found, read and opened (decrypted) as the console shows it, beside the bare query for the ids of the
 * same list. HTML and HTTP are not in it.
 */
public final class ContactsBench {
  private static final int ROUNDS = 300;
  private static final int PAGE = 51;
  private static final DeskScope ALL = new DeskScope.All();

  private ContactsBench() {}

  /** A way to search: what somebody types in the i-th round. */
  private record Search(String name, IntFunction<String> typed) {}

  /** Runs it and prints what it found; see {@link AudienceBench#run}. */
  public static void run(List<Integer> sizes, Path data, PrintStream out) throws Exception {
    try (var product = BenchProduct.start(data, Map.of())) {
      var people = new BenchPeople(product);
      out.printf("%d rounds each, ms%n", ROUNDS);
      for (int n : sizes) {
        people.atLeast(n, Diaspora::person);
        people.execute("ANALYZE TABLE contact, contact_address, contact_word");
        int all = (int) people.number("SELECT COUNT(*) FROM contact");
        out.printf("%,d people%n", all);
        var random = new Random(7);
        var searches = List.of(new Search("the list", _ -> ""), new Search("a telephone", _ -> Diaspora.phone(random.nextInt(all))),
            new Search("a reference", _ -> "ref:P-" + random.nextInt(all)), new Search("a name", Diaspora::given),
            new Search("two words of a name", i -> Diaspora.given(i) + " " + Diaspora.family(i)),
            new Search("a condition", i -> "area = US-" + Diaspora.area(i) + " and language = " + Diaspora.language(i)));
        for (var search : searches) measure(product, people, search, out);
      }
    }
  }

  private static void measure(BenchProduct product, BenchPeople people, Search search, PrintStream out) throws Exception {
    var contacts = product.bean(ContactSearch.class);
    var ours = new Rounds();
    var bare = new Rounds();
    for (int i = 0; i < ROUNDS; i++) {
      var typed = search.typed().apply(i);
      bare.time(() -> people.execute("SELECT c.id FROM contact c WHERE c.state = 'ACTIVE' ORDER BY c.id DESC LIMIT " + PAGE));
      ours.time(() -> {
        var filter = ((Reading.Read) contacts.read(typed)).filter();
        contacts.page(filter, ALL, Long.MAX_VALUE, PAGE);
      });
    }
    out.printf("  %-22s p50 %6.1f  p99 %6.1f   bare first page p50 %6.2f  p99 %6.2f%n", search.name(), ours.median(), ours.at(0.99),
        bare.median(), bare.at(0.99));
  }
}
