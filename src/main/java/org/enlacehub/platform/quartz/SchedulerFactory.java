package org.enlacehub.platform.quartz;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.flyway.FlywayMigrator;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;

/** The clustered scheduler on our pool. It is made at once and started when the server takes requests. */
@Factory
@Requires(property = "datasources.default.url")
@Requires(property = "enlace.role", value = "product")
class SchedulerFactory {

  /**
   * @param node stable name of this node, so that after a restart it takes up its own jobs at once
   * @param cluster name in every key of Quartz's tables; contexts that live in one JVM need different ones
   */
  @Context
  @Bean(preDestroy = "shutdown")
  Scheduler scheduler(DataSource dataSource, BeanJobFactory jobs, FlywayMigrator migratedFirst,
      @Property(name = "enlace.node-id", defaultValue = "node-local") String node,
      @Property(name = "enlace.quartz.cluster", defaultValue = "enlace") String cluster,
      @Property(name = "enlace.quartz.threads", defaultValue = "10") int threads) throws SchedulerException {
    DBConnectionManager.getInstance().addConnectionProvider(cluster,
        new PooledConnections(DelegatingDataSource.unwrapDataSource(dataSource)));
    var p = new Properties();
    p.setProperty("org.quartz.scheduler.instanceName", cluster);
    p.setProperty("org.quartz.scheduler.instanceId", node);
    p.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    p.setProperty("org.quartz.scheduler.idleWaitTime", "2000");
    p.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "5");
    p.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    p.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
    p.setProperty("org.quartz.jobStore.dataSource", cluster);
    p.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
    p.setProperty("org.quartz.jobStore.isClustered", "true");
    p.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    p.setProperty("org.quartz.jobStore.useProperties", "true");
    p.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    p.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    p.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    p.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    p.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
    var scheduler = new StdSchedulerFactory(p).getScheduler();
    scheduler.setJobFactory(jobs);
    return scheduler;
  }
}
