package newsroom.ingest.door;

import java.util.Map;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may come in.
///
/// @param token what callers must show as `Authorization: Bearer …`; empty when nobody needs one,
///     which is allowed on the loopback address only
/// @param tokens of agencies, by their names: each opens only the agency's own `/wires/{agency}`
@ConfigurationProperties("newsroom.ingest")
record DoorSettings(@DefaultValue("") String token, @DefaultValue Map<String, String> tokens) {

  boolean hasToken() {
    return !token.isBlank();
  }

  /// Settings end up in logs; these must not.
  @Override
  public String toString() {
    return "DoorSettings[token="
        + (hasToken() ? "set" : "none")
        + ", tokens of "
        + new TreeSet<>(tokens.keySet())
        + "]";
  }
}
