package org.enlacehub.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.enlacehub.platform.config.Findings;

/** A text that {@link TagScan} has passed, ready to be filled in from a map of finished strings. Thread-safe. */
final class CompiledText {
  private static final Mustache.Compiler PLAIN = compiler(Escapers.NONE);
  private static final Mustache.Compiler HTML = compiler(value -> Escapers.HTML.escape(value).replace("\n", "<br>"));

  private final String source;
  private final com.samskivert.mustache.Template template;

  private CompiledText(String source, Mustache.Compiler compiler) {
    this.source = source;
    this.template = compiler.compile(source);
  }

  static Optional<CompiledText> plain(String source, String file, int line, Findings findings) {
    return compile(source, PLAIN, file, line, findings);
  }

  /** Values are escaped for HTML text and attributes; a line break in a value becomes one in the page. */
  static Optional<CompiledText> html(String source, String file, int line, Findings findings) {
    return compile(source, HTML, file, line, findings);
  }

  private static Optional<CompiledText> compile(String source, Mustache.Compiler compiler, String file, int line,
      Findings findings) {
    try {
      return Optional.of(new CompiledText(source, compiler));
    } catch (MustacheException e) {
      findings.add(file, line, "The placeholders cannot be read: " + e.getMessage() + ".", "Check the braces.");
      return Optional.empty();
    }
  }

  /** The text as it was written, placeholders included. */
  String source() {
    return source;
  }

  /** Fills in; the caller has made sure that every required name has its string. */
  String fill(Map<String, String> values) {
    return template.execute(values);
  }

  private static Mustache.Compiler compiler(Mustache.Escaper escaper) {
    return Mustache.compiler().withEscaper(escaper).withCollector(new StringsOnly()).emptyStringIsFalse(true)
        .withLoader(name -> {
          throw new MustacheException("a text may not include another: " + name);
        });
  }

  /** Lets the engine see nothing but the entries of our map: no getters, no methods, no lists, no lambdas. */
  private static final class StringsOnly implements Mustache.Collector {
    @Override
    public Iterator<?> toIterator(Object value) {
      return null;
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
      if (!(context instanceof Map<?, ?>)) {
        return null;
      }
      return (map, key) -> {
        var value = ((Map<?, ?>) map).get(key);
        return value == null ? com.samskivert.mustache.Template.NO_FETCHER_FOUND : value;
      };
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
