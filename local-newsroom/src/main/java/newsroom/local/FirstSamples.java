package newsroom.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import newsroom.local.console.Console;
import newsroom.local.filing.Filed;
import newsroom.local.filing.Filer;
import newsroom.local.filing.Wires;
import org.jspecify.annotations.Nullable;

/// Files the bundled wires when a newsroom opens for the first time, so that its sites have
/// something to show.
record FirstSamples(
    @Nullable Path samples, LocalNewsroom newsroom, Console console, PrintStream out) {

  private static final String USUAL_PICTURES = "http://127.0.0.1:8094/";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// Files them while the newsroom is used; interrupted, it files the rest at the next start.
  Thread start() {
    return Thread.ofVirtual().name("first-samples").start(this::fileOnce);
  }

  private void fileOnce() {
    var filed = newsroom.folders().data().resolve("samples-filed");
    try {
      if (samples != null && !Files.exists(filed)) {
        file(samples.resolve("first"));
        Files.createFile(filed);
      }
    } catch (IOException e) {
      out.println("the samples cannot be filed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void file(Path first) throws IOException, InterruptedException {
    try (var filer = new Filer(newsroom.addresses().ingest(), null)) {
      for (var wire : Wires.in(first)) {
        tell(wire, filer.file(Wires.agency(wire), String.valueOf(wire.getFileName()), read(wire)));
      }
    }
  }

  /// One after the other: a story can be linked from the next one only when it is live.
  private void tell(Path wire, Filed answer) throws InterruptedException {
    switch (answer) {
      case Filed.Taken(var stories, var spiked) -> {
        spiked.forEach(reason -> out.println("spiked     " + wire + ": " + reason));
        for (var story : stories) {
          if (!console.awaitLive(story.uri(), PATIENCE)) {
            out.println("not live after " + PATIENCE.toSeconds() + " seconds: " + story.headline());
          }
        }
      }
      case Filed.Declined(var reason, _) -> out.println("not taken  " + wire + ": " + reason);
    }
  }

  /// The samples' pictures lie at the usual address; this newsroom may have another.
  private byte[] read(Path wire) throws IOException {
    var text = new String(Files.readAllBytes(wire), ISO_8859_1);
    return text.replace(USUAL_PICTURES, newsroom.addresses().pictures().toString())
        .getBytes(ISO_8859_1);
  }
}
