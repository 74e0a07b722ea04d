package org.enlacehub.channel.twilio;

import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Our account with Twilio and the connections to it. */
public final class TwilioAccount implements AutoCloseable {
  /** Twilio answers within a second; one that has not after this will be asked what it did. */
  public static final Duration ANSWER = Duration.ofSeconds(30);
  private final Optional<TwilioTransport> transport;
  private final Optional<TwilioRestClient> client;

  private final String api;

  private TwilioAccount(Optional<TwilioTransport> transport, Optional<TwilioRestClient> client, String api) {
    this.transport = transport;
    this.client = client;
    this.api = api;
  }

  /**
   * @param api scheme, host and, for a stand-in, a path prefix
   * @param connections most calls at a time, of all senders together
   */
  public static TwilioAccount of(String accountSid, String authToken, URI api, int connections, Duration answer) {
    var transport = new TwilioTransport(api, connections, answer);
    var client = new TwilioRestClient.Builder(accountSid, authToken).accountSid(accountSid).httpClient(transport).build();
    return new TwilioAccount(Optional.of(transport), Optional.of(client), api.toString().replaceFirst("/+$", ""));
  }

  /** No account: every message is refused as our fault. */
  public static TwilioAccount none() {
    return new TwilioAccount(Optional.empty(), Optional.empty(), "");
  }

  Optional<TwilioRestClient> client() {
    return client;
  }

  /** Scheme, host and path prefix of the API, without a slash at the end. */
  String api() {
    return api;
  }

  @Override
  public void close() throws IOException {
    if (transport.isPresent()) {
      transport.get().close();
    }
  }
}
