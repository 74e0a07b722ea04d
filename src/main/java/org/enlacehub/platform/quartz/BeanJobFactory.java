package org.enlacehub.platform.quartz;

import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** Jobs are beans, with what they need given to their constructor. */
@Singleton
class BeanJobFactory implements JobFactory {
  private final BeanContext beans;

  BeanJobFactory(BeanContext beans) {
    this.beans = beans;
  }

  @Override
  public Job newJob(TriggerFiredBundle bundle, Scheduler scheduler) {
    return new AgainWhenContended(beans.getBean(bundle.getJobDetail().getJobClass()));
  }
}
