package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes one sleeper. A signal that comes while nobody sleeps is kept for the next who would.
public final class Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private boolean waiting;

  public void raise() {
    lock.lock();
    try {
      waiting = true;
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Sleeps until woken, no longer than this.
  public void await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!waiting && left > 0) {
        left = raised.awaitNanos(left);
      }
      waiting = false;
    } finally {
      lock.unlock();
    }
  }
}
