package org.enlacehub.delivery;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** One turn on the lane that the job's data name; on one node at a time, so that the lane's rate is exact. */
@Prototype
public class LaneJob implements ExclusiveJob {
  static final String LANE = "lane";
  private final Lanes lanes;

  LaneJob(Lanes lanes) {
    this.lanes = lanes;
  }

  @Override
  public void execute(JobExecutionContext context) {
    lanes.work(context.getMergedJobDataMap().getString(LANE));
  }
}
