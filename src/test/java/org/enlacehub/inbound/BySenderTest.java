package org.enlacehub.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.enlacehub.testing.Until;
import org.junit.jupiter.api.Test;

class BySenderTest {
  private final List<Long> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);

  private void work(List<Long> ids) {
    if (ids.contains(1L)) {
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    done.addAll(ids);
  }

  @Test
  void oneAfterTheOtherForOneSenderAndNobodyWaitsForAnother() throws Exception {
    try (var work = new BySender(2, 10, 100, 5, this::work)) {
      for (long id = 1; id <= 5; id++) {
        assertTrue(work.offer("talkative", id));
      }
      assertFalse(work.offer("talkative", 6), "a sender has only so much room");
      assertFalse(work.offer("talkative", 3), "what waits is not taken twice");
      assertTrue(work.offer("quiet", 7));
      Until.isTrue("the quiet one was served", Duration.ofSeconds(10), () -> done.equals(List.of(7L)));
      held.countDown();
      Until.isTrue("all done", Duration.ofSeconds(10), work::idle);
      assertEquals(List.of(7L, 1L, 2L, 3L, 4L, 5L), done);
      assertTrue(work.offer("talkative", 8), "there is room again");
    }
  }

  @Test
  void thereIsABoundForAllTogether() throws Exception {
    try (var work = new BySender(1, 10, 2, 5, this::work)) {
      assertTrue(work.offer("a", 1));
      assertTrue(work.offer("b", 2));
      assertFalse(work.offer("c", 3));
      held.countDown();
      Until.isTrue("all done", Duration.ofSeconds(10), work::idle);
      assertTrue(work.offer("c", 3));
    }
  }

  @Test
  void whoCameMeanwhileIsWorkedOnTogetherAndNeverTwoOfOneSender() throws Exception {
    var groups = new CopyOnWriteArrayList<List<Long>>();
    var begun = new CountDownLatch(1);
    try (var work = new BySender(1, 3, 100, 5, ids -> {
      begun.countDown();
      work(ids);
      groups.add(ids);
    })) {
      work.offer("first", 1);
      begun.await();
      work.offer("a", 2);
      work.offer("a", 3);
      work.offer("b", 4);
      work.offer("c", 5);
      work.offer("d", 6);
      held.countDown();
      Until.isTrue("all done", Duration.ofSeconds(10), work::idle);
      assertEquals(List.of(List.of(1L), List.of(2L, 4L, 5L), List.of(6L, 3L)), groups);
    }
  }
}
