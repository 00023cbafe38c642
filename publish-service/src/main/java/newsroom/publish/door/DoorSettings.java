package newsroom.publish.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may come in.
///
/// @param token what callers must show as `Authorization: Bearer …`; empty when nobody needs one,
///     which is allowed on the loopback address only
@ConfigurationProperties("newsroom.publish")
record DoorSettings(@DefaultValue("") String token) {

  boolean hasToken() {
    return !token.isBlank();
  }

  /// Settings end up in logs; this must not.
  @Override
  public String toString() {
    return "DoorSettings[token=" + (hasToken() ? "set" : "none") + "]";
  }
}
