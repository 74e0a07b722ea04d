package org.enlacehub.inquiry.assignment;

import io.micronaut.context.annotation.Prototype;
import org.enlacehub.platform.quartz.ExclusiveJob;
import org.quartz.JobExecutionContext;

/** Gives what nobody has taken to those who are here. */
@Prototype
public class AssignmentJob implements ExclusiveJob {
  private final Assignment assignment;

  AssignmentJob(Assignment assignment) {
    this.assignment = assignment;
  }

  @Override
  public void execute(JobExecutionContext context) {
    assignment.run();
  }
}
