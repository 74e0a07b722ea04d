package org.enlacehub.platform.database;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the database is and how to sign in.
 *
 * @param url a {@code jdbc:mysql:} address; the parameters that Enlace depends on are added when they are absent
 */
public record DatabaseSettings(String url, String user, String password) {

  private static final int MAX_CONNECTIONS = 24;

  /** Parameters that correctness or speed depends on; what the operator wrote wins. */
  private static final Map<String, String> PARAMETERS = parameters();

  private static Map<String, String> parameters() {
    var all = new LinkedHashMap<String, String>();
    // Instants are stored as UTC whatever the zone of server and JVM.
    all.put("connectionTimeZone", "UTC");
    all.put("forceConnectionTimeZoneToSession", "true");
    all.put("rewriteBatchedStatements", "true");
    all.put("cachePrepStmts", "true");
    all.put("prepStmtCacheSize", "250");
    all.put("prepStmtCacheSqlLimit", "2048");
    // Else the driver asks the server before each batch whether it may write, and sets what is set already.
    all.put("readOnlyPropagatesToServer", "false");
    all.put("useLocalSessionState", "true");
    // The driver's own defaults never give up.
    all.put("connectTimeout", "5000");
    all.put("socketTimeout", "120000");
    all.put("tcpKeepAlive", "true");
    all.put("allowPublicKeyRetrieval", "true");
    return all;
  }

  /** The address with every parameter. */
  public String fullUrl() {
    var url = new StringBuilder(this.url);
    PARAMETERS.forEach((name, value) -> {
      if (!this.url.contains(name + "=")) {
        url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
      }
    });
    return url.toString();
  }

  /** As properties of Micronaut's default data source, with its pool and migrations. */
  public Map<String, Object> properties() {
    var all = new HashMap<String, Object>();
    all.put("datasources.default.url", fullUrl());
    all.put("datasources.default.username", user);
    all.put("datasources.default.password", password);
    all.put("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver");
    all.put("datasources.default.dialect", "MYSQL");
    all.put("datasources.default.maximum-pool-size", MAX_CONNECTIONS);
    all.put("datasources.default.minimum-idle", 4);
    all.put("datasources.default.connection-timeout", 4_000);
    all.put("datasources.default.max-lifetime", 1_500_000);
    all.put("datasources.default.keepalive-time", 120_000);
    all.put("datasources.default.initialization-fail-timeout", 60_000);
    // Claims with SKIP LOCKED need no gap locks; nothing here relies on repeatable reads.
    all.put("datasources.default.transaction-isolation", "TRANSACTION_READ_COMMITTED");
    all.put("flyway.datasources.default.enabled", true);
    all.put("flyway.datasources.default.locations", "classpath:db/migration");
    // Rooms have ranges of numbers, so a later version may carry a lower one.
    all.put("flyway.datasources.default.out-of-order", true);
    return all;
  }

  /** Host, port and database, for messages; never user or password. */
  public String place() {
    var end = url.indexOf('?');
    return url.substring(url.indexOf("//") + 2, end < 0 ? url.length() : end);
  }

  @Override
  public String toString() {
    return place();
  }
}
