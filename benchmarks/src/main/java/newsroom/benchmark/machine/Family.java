package newsroom.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A process and all that descend from it, as a database server and its workers.
///
/// @param machine where they run
/// @param root the eldest
public record Family(Machine machine, long root) {

  /// Who is alive now.
  public Set<Long> members() {
    var parents = parents();
    var found = new HashSet<>(Set.of(root));
    while (found.addAll(children(found, parents))) {
      // until nobody new turns up
    }
    return found;
  }

  private static Set<Long> children(Set<Long> of, Map<Long, Long> parents) {
    return parents.keySet().stream()
        .filter(pid -> of.contains(parents.get(pid)))
        .collect(Collectors.toSet());
  }

  private Map<Long, Long> parents() {
    var parents = new HashMap<Long, Long>();
    try (var entries = Files.newDirectoryStream(machine.proc(), "[0-9]*")) {
      for (var entry : entries) {
        var pid = Long.parseLong(entry.getFileName().toString());
        machine.stat(pid).ifPresent(stat -> parents.put(pid, ProcFile.parent(stat)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + machine.proc(), e);
    }
    return parents;
  }
}
