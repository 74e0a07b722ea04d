package org.enlacehub.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.enlacehub.platform.web.ServiceUnavailable;
import org.junit.jupiter.api.Test;

/** Writes that share a transaction: each caller gets its own result, and nobody is answered before the commit. */
class GroupCommitTest {

  @Test
  void thoseThatComeTogetherAreWrittenTogetherAndEachGetsItsOwn() throws Exception {
    var sizes = Collections.synchronizedList(new ArrayList<Integer>());
    var all = new CountDownLatch(1);
    var commits = new GroupCommit<Integer, String>(50, numbers -> {
      try {
        all.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      sizes.add(numbers.size());
      return numbers.stream().map(n -> "row " + n).toList();
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = IntStream.range(0, 200).mapToObj(n -> threads.submit((Callable<String>) () -> commits.commit(n))).toList();
      all.countDown();
      for (int n = 0; n < answers.size(); n++) {
        assertEquals("row " + n, answers.get(n).get());
      }
    }
    assertEquals(200, sizes.stream().mapToInt(Integer::intValue).sum());
    assertTrue(sizes.stream().allMatch(size -> size <= 50), sizes.toString());
  }

  @Test
  void contentionIsTriedAgainAndADatabaseThatIsAwayIsTold() {
    var tries = new AtomicInteger();
    var contended = new GroupCommit<Integer, Integer>(10, numbers -> {
      if (tries.incrementAndGet() < 3) {
        throw new IllegalStateException(new SQLException("deadlock", "40001"));
      }
      return numbers;
    });
    assertEquals(7, contended.commit(7));
    var away = new GroupCommit<Integer, Integer>(10, _ -> {
      tries.incrementAndGet();
      throw new IllegalStateException(new SQLException("gone", "08006"));
    });
    tries.set(0);
    assertThrows(ServiceUnavailable.class, () -> away.commit(1));
    assertEquals(1, tries.get(), "waiting longer for a database that is away helps nobody");
  }

  @Test
  void oneFailureDoesNotStopThoseThatComeLater() {
    var fail = new AtomicInteger(1);
    var commits = new GroupCommit<Integer, List<Integer>>(10, numbers -> {
      if (fail.getAndDecrement() > 0) {
        throw new IllegalStateException(new SQLException("gone", "08006"));
      }
      return numbers.stream().map(List::of).toList();
    });
    assertThrows(ServiceUnavailable.class, () -> commits.commit(1));
    assertEquals(List.of(2), commits.commit(2));
  }
}
