package newsroom.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;

/// A desk for tests: open or closed; a wire that begins with `unreadable` goes to its spike.
public final class FakeDesk implements Desk {

  private final List<Wire> taken = new CopyOnWriteArrayList<>();
  private final List<Wire> brought = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private volatile int fateful = -1;
  private volatile Runnable fate = () -> {};
  private volatile CountDownLatch held = new CountDownLatch(0);

  @Override
  public Receipt take(Wire wire) throws DeskClosed {
    brought.add(wire);
    if (closed) {
      throw new DeskClosed("The desk of the test is closed.");
    }
    awaitRelease();
    taken.add(wire);
    if (taken.size() == fateful) {
      fate.run();
    }
    var text = new String(wire.bytes(), StandardCharsets.UTF_8);
    return text.startsWith("unreadable")
        ? new Receipt(List.of(), List.of(new Receipt.Spiked("5".repeat(32), "It is unreadable.")))
        : new Receipt(List.of(new Receipt.Filed("urn:newsroom:story:1", 1, text)), List.of());
  }

  private void awaitRelease() {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// From now on takes nothing until [#release].
  public void hold() {
    held = new CountDownLatch(1);
  }

  public void release() {
    held.countDown();
  }

  /// When it has taken so many wires, something happens before it says so.
  public void at(int count, Runnable what) {
    fate = what;
    fateful = count;
  }

  public void close() {
    closed = true;
  }

  public void open() {
    closed = false;
  }

  /// The wires it has seen safe.
  public List<Wire> taken() {
    return new ArrayList<>(taken);
  }

  /// How often it was asked, open or closed.
  public int asked() {
    return brought.size();
  }
}
