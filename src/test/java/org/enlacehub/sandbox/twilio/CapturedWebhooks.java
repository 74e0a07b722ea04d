package org.enlacehub.sandbox.twilio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Stands for the product: takes webhooks and keeps them. */
final class CapturedWebhooks implements AutoCloseable {
  private final HttpServer server;
  private final List<Webhook> all = new CopyOnWriteArrayList<>();

  /** One post. */
  record Webhook(String url, Map<String, String> fields, String signature) {}

  CapturedWebhooks(IntSupplier status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var fields = new LinkedHashMap<String, String>();
      Form.parse(body).fields().forEach((name, values) -> fields.put(name, values.getFirst()));
      all.add(new Webhook(url() + exchange.getRequestURI(), fields, exchange.getRequestHeaders().getFirst("X-Twilio-Signature")));
      exchange.sendResponseHeaders(status.getAsInt(), -1);
      exchange.close();
    });
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Webhook> all() {
    return List.copyOf(all);
  }

  List<String> states() {
    return all.stream().map(webhook -> webhook.fields().get("MessageStatus")).toList();
  }

  void clear() {
    all.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
