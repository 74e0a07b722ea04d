package org.enlacehub.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium at a page of ours. It remembers what the browser complained about (script errors, refused resources), and
 * {@link #complaints} must stay empty. Where no browser can be had, the test is skipped with one line, or fails when
 * {@code ENLACE_REQUIRE_BROWSER=true}.
 */
public final class BrowserSession implements AutoCloseable {
  /** A desk's screen. */
  public static final int WIDE = 1440;
  /** A phone. */
  public static final int NARROW = 390;
  private static final int HEIGHT = 900;
  private static final Path SHOTS = Path.of("target/screenshots");
  private static final String HOW = "no Chromium: install Debian's package \"chromium\", or name one in ENLACE_BROWSER";
  private final Playwright playwright;
  private final Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final URI base;
  private final List<String> complaints = new ArrayList<>();

  private BrowserSession(Playwright playwright, Browser browser, URI base) {
    this.playwright = playwright;
    this.browser = browser;
    this.base = base;
    this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDE, HEIGHT).setLocale("es-GT")
        .setTimezoneId("America/Guatemala").setReducedMotion(ReducedMotion.REDUCE).setColorScheme(ColorScheme.LIGHT));
    this.page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onConsoleMessage(message -> {
      // The browser itself notes each answer of 400 and more; whether that is right is for the test to say.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) complaints.add(message.text());
    });
    page.onPageError(complaints::add);
  }

  /** Opens a browser for the server at this address. */
  public static BrowserSession open(URI base) {
    Playwright playwright = null;
    try {
      playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      var options = new BrowserType.LaunchOptions().setHeadless(true);
      installed().ifPresent(options::setExecutablePath);
      return new BrowserSession(playwright, playwright.chromium().launch(options), base);
    } catch (PlaywrightException e) {
      if (playwright != null) playwright.close();
      if ("true".equals(System.getenv("ENLACE_REQUIRE_BROWSER"))) Assertions.fail(HOW, e);
      return Assumptions.<BrowserSession>abort(HOW);
    }
  }

  private static Optional<Path> installed() {
    return Stream.of(Optional.ofNullable(System.getenv("ENLACE_BROWSER")).orElse(""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome").filter(name -> !name.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  public Page page() {
    return page;
  }

  /** Goes to a path of the server and waits until the page has loaded. */
  public BrowserSession go(String path) {
    page.navigate(base.resolve(path).toString());
    return this;
  }

  /** Signs in by the page, as a person does. */
  public BrowserSession signIn(String email, String password) {
    go("/entrar");
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("#entry button[type=submit]");
    page.waitForURL(address -> !address.contains("/entrar"));
    return this;
  }

  public BrowserSession width(int pixels) {
    page.setViewportSize(pixels, HEIGHT);
    return this;
  }

  /** Light or dark, as the device says it; for a person whose theme is "system". */
  public BrowserSession dark(boolean dark) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    return this;
  }

  /** Keeps a picture of the whole page as {@code target/screenshots/NAME.png}. */
  public BrowserSession shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  /**
   * Looks at the page as it stands at both widths, light and dark: keeps four pictures, and fails when something juts out at the
   * side or axe finds a violation.
   */
  public BrowserSession look(String name) {
    for (boolean dark : new boolean[] {false, true}) {
      dark(dark);
      for (int width : new int[] {WIDE, NARROW}) {
        width(width);
        shot(name + "-" + width + (dark ? "-dark" : "-light"));
        Assertions.assertEquals(List.of(), Axe.check(page), () -> name + " at " + width + (dark ? " dark" : " light"));
        fits(name + " at " + width);
      }
    }
    width(320);
    fits(name + " at 320");
    return dark(false).width(WIDE);
  }

  /** What the browser complained about so far: script errors and what the content security policy refused. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  private void fits(String where) {
    var over = (Integer) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    Assertions.assertTrue(over <= 0, () -> where + " juts out by " + over + " pixels: " + page.evaluate("""
        () => [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
          .slice(0, 8).map(e => e.tagName + "." + e.className).join(", ")"""));
  }

  @Override
  public void close() {
    context.close();
    browser.close();
    playwright.close();
  }
}
