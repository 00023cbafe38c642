package newsroom.local;

import java.nio.file.Path;

/// Where a newsroom keeps what it keeps.
///
/// @param data all of it
public record Folders(Path data) {

  public Path broker() {
    return data.resolve("kafka");
  }

  public Path database() {
    return data.resolve("postgres");
  }

  /// The drop folder: a wire laid into `wires/{agency}/` is taken.
  public Path wires() {
    return data.resolve("wires");
  }

  public Path spike() {
    return data.resolve("spike");
  }

  /// Pictures that came with wires.
  public Path pictures() {
    return data.resolve("pictures");
  }

  public Path feeds() {
    return data.resolve("feeds");
  }

  public Path channels() {
    return data.resolve("channels");
  }

  public Path morgue() {
    return data.resolve("morgue");
  }

  public Path site(String name) {
    return data.resolve("sites").resolve(name);
  }

  public Path partner() {
    return data.resolve("partner");
  }

  /// What the sites are and take, for the user to edit.
  public Path sitesFile() {
    return data.resolve("sites.yml");
  }

  /// There while a newsroom is open on this folder: its process and its addresses.
  public Path running() {
    return data.resolve("running.properties");
  }

  /// What the services say.
  public Path log() {
    return data.resolve("newsroom.log");
  }
}
