package newsroom.local;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work on a thread of its own, its exceptions handed on as they were thrown.
record Background<T>(FutureTask<T> task) {

  static <T> Background<T> start(String name, Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofPlatform().name(name).start(task);
    return new Background<>(task);
  }

  T get() throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IOException(e);
      }
    }
  }
}
