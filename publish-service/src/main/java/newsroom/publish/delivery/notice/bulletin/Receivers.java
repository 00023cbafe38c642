package newsroom.publish.delivery.notice.bulletin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import newsroom.publish.delivery.notice.NoticeSettings;
import newsroom.publish.destination.mail.Memos;
import newsroom.publish.destination.webhook.SignedPost;
import newsroom.publish.site.Secrets;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Those that the settings name. A mistake in them ends the start with a sentence.
@Component
class Receivers implements AutoCloseable {

  private final List<Receiver> all = new ArrayList<>();

  Receivers(NoticeSettings settings, Environment environment, Clock clock) {
    var secrets = Secrets.of(environment);
    var hook = said(settings.webhook());
    if (hook.containsKey("url")) {
      add("webhook", hook, secrets, it -> new Receiver.Hook(SignedPost.of(it, clock)));
    }
    var mail = said(settings.mail());
    if (mail.containsKey("to")) {
      add("mail", mail, secrets, it -> new Receiver.Mailbox(Memos.of(it, "notices", clock)));
    }
  }

  List<Receiver> all() {
    return all;
  }

  /// A variable that is not set leaves an empty value.
  private static Map<String, String> said(Map<String, String> settings) {
    var said = new TreeMap<>(settings);
    said.values().removeIf(String::isBlank);
    return said;
  }

  private void add(
      String name,
      Map<String, String> settings,
      Secrets secrets,
      Function<Map<String, String>, Receiver> open) {
    var key = "newsroom.publish.notices." + name;
    try {
      settings.replaceAll((setting, value) -> opened(setting, value, secrets));
      all.add(open.apply(settings));
    } catch (IllegalArgumentException e) {
      // without the value: it may be half a secret
      throw new InvalidConfigurationPropertyValueException(key, "", String.valueOf(e.getMessage()));
    }
  }

  private static String opened(String setting, String value, Secrets secrets) {
    try {
      return secrets.open(value);
    } catch (Secrets.Unreadable e) {
      throw new IllegalArgumentException(setting + " " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    all.forEach(Receiver::close);
  }
}
