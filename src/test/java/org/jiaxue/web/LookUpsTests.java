package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LookUpsTests {

    @Test
    void what_is_asked_for_meanwhile_is_asked_for_together() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        try (LookUps<Integer, Integer> squares =
                        new LookUps<>(
                                "squares",
                                asked -> {
                                    sizes.add(asked.size());
                                    await(first);
                                    return asked.stream().map(it -> it * it).toList();
                                });
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    IntStream.range(0, 100)
                            .mapToObj(it -> callers.submit(() -> squares.of(it)))
                            .toList();
            Thread.sleep(200);
            first.countDown();

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i * i);
            }
        }
        assertThat(sizes).hasSizeLessThan(20);
        assertThat(sizes.stream().mapToInt(it -> it).sum()).isEqualTo(100);
    }

    @Test
    void one_that_cannot_be_answered_is_refused_for_now_and_alone() {
        try (LookUps<Integer, Integer> odd =
                new LookUps<>(
                        "odd",
                        asked -> {
                            if (asked.contains(2)) {
                                throw new DataAccessResourceFailureException("away");
                            }
                            return asked;
                        })) {
            assertThat(odd.of(1)).isEqualTo(1);
            assertThatThrownBy(() -> odd.of(2))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.problem().status().value()).isEqualTo(503));
            assertThat(odd.of(3)).isEqualTo(3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
