package org.enlacehub.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.enlacehub.channel.twilio.TwilioMedia.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come from the carrier and from nowhere else, however its answers are bent. */
class TwilioMediaTest {
  private static final String PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
  private static final int MOST = 1_000_000;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<String> credentials = new AtomicReference<>();
  private HttpServer carrier;
  private HttpServer ours;
  private TwilioMedia media;
  private volatile String location;
  private volatile int status = 200;
  private volatile byte[] body = {1, 2, 3};

  @BeforeEach
  void open() throws IOException {
    carrier = serve(this::answer);
    ours = serve(exchange -> {
      inside.incrementAndGet();
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    media = new TwilioMedia(URI.create(address(carrier)), "AC1", "token");
  }

  @AfterEach
  void close() throws IOException {
    media.close();
    carrier.stop(0);
    ours.stop(0);
  }

  private static HttpServer serve(com.sun.net.httpserver.HttpHandler handler) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    credentials.set(exchange.getRequestHeaders().getFirst("Authorization"));
    if (location != null) {
      exchange.getResponseHeaders().add("Location", location);
      exchange.sendResponseHeaders(307, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : 0);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private Fetched fetch(String address) {
    return media.fetch(address, MOST);
  }

  @Test
  void theCarriersOwnAddressIsAskedWithOurCredentials() {
    assertArrayEquals(new byte[] {1, 2, 3}, assertInstanceOf(Fetched.Content.class, fetch(address(carrier) + PATH)).bytes());
    assertEquals("Basic QUMxOnRva2Vu", credentials.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "https://api.twilio.com.example.org" + PATH,
      "https://example.org" + PATH, "http://localhost:1" + PATH, "not an address", "", "//x", "https://user@mms.twiliocdn.com/x"})
  void addressesThatAreNotTheCarriersAreNotAsked(String address) {
    assertInstanceOf(Fetched.Foreign.class, fetch(address));
  }

  @Test
  void otherPathsOfTheCarriersHostAreNotAskedWithOurCredentials() {
    assertInstanceOf(Fetched.Foreign.class, fetch(address(carrier) + "/internal"));
    assertInstanceOf(Fetched.Foreign.class, fetch(address(carrier) + "/2010-04-01/Accounts/../../internal"));
    assertEquals(null, credentials.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:{ours}/secret", "http://127.0.0.1:{ours}/", "https://localhost:{ours}/", "http://[::1]:{ours}/",
      "file:///etc/passwd", "//localhost:{ours}/x", "https://mms.twiliocdn.com:{ours}/x", "https://mms.twiliocdn.com.example.org/x"})
  void aRedirectIntoAnyNetworkIsNeverFollowed(String to) {
    location = to.replace("{ours}", Integer.toString(ours.getAddress().getPort()));
    assertInstanceOf(Fetched.Foreign.class, fetch(address(carrier) + PATH));
    assertEquals(0, inside.get());
  }

  @Test
  void aRedirectInACircleEnds() {
    location = PATH;
    assertInstanceOf(Fetched.Later.class, fetch(address(carrier) + PATH));
  }

  @Test
  void whatIsTooLargeIsGivenUpEarly() {
    body = new byte[MOST + 1];
    assertInstanceOf(Fetched.TooLarge.class, fetch(address(carrier) + PATH));
    body = Arrays.copyOf(body, MOST);
    assertEquals(MOST, assertInstanceOf(Fetched.Content.class, fetch(address(carrier) + PATH)).bytes().length);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsGoneIsNotAskedForAgain(int gone) {
    status = gone;
    assertInstanceOf(Fetched.Gone.class, fetch(address(carrier) + PATH));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500, 503})
  void whatMayComeYetIsTriedLater(int trouble) {
    status = trouble;
    assertInstanceOf(Fetched.Later.class, fetch(address(carrier) + PATH));
  }

  @Test
  void aCarrierThatIsAwayIsTriedLater() {
    var address = address(carrier) + PATH;
    carrier.stop(0);
    assertInstanceOf(Fetched.Later.class, fetch(address));
  }
}
