package org.enlacehub.platform.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;

/** A job that runs on one node at a time; while it runs, its next times wait. */
@DisallowConcurrentExecution
public interface ExclusiveJob extends Job {}
