package newsroom.local;

import java.util.LinkedHashMap;
import java.util.Map;

/// What each service is told when it starts: the same settings that a container gets from its
/// environment.
record ServiceArguments(Settings settings, Folders folders, Addresses addresses, String secret) {

  Map<String, String> ingest() {
    var arguments = common(Port.INGEST);
    arguments.put("newsroom.ingest.drop-folder.folder", folders.wires().toString());
    arguments.put("newsroom.ingest.spike.folder", folders.spike().toString());
    arguments.put("newsroom.ingest.pictures.folder", folders.pictures().toString());
    arguments.put("newsroom.ingest.feed.folder", folders.feeds().toString());
    arguments.put("newsroom.ingest.channels.folder", folders.channels().toString());
    // a feed on this machine is somebody's test
    arguments.put("newsroom.ingest.feed.allow-loopback", "true");
    arguments.put("newsroom.ingest.channels.allow-loopback", "true");
    return overruled(arguments);
  }

  Map<String, String> enrichment() {
    var arguments = common(Port.ENRICHMENT);
    arguments.put("newsroom.enrichment.morgue.folder", folders.morgue().toString());
    // the very first story meets cold code; it is worth its links all the same
    arguments.put("newsroom.enrichment.enricher.budget", "2s");
    return overruled(arguments);
  }

  Map<String, String> publish() {
    var arguments = common(Port.PUBLISH);
    arguments.put("newsroom.publish.sites", folders.sitesFile().toString());
    arguments.put("spring.datasource.url", addresses.jdbcUrl());
    arguments.put("spring.datasource.username", "postgres");
    arguments.put("spring.datasource.password", "");
    // the same at every start: what was in its hands when it was killed it takes up at once
    arguments.put("newsroom.publish.carrying.instance", "local");
    arguments.put("NATIONAL_ADDRESS", addresses.national().toString());
    arguments.put("HARBOR_ADDRESS", addresses.harbor().toString());
    arguments.put("PARTNER_ADDRESS", addresses.partner().toString());
    arguments.put("PARTNER_SECRET", secret);
    arguments.put("SITES_FOLDER", folders.data().resolve("sites").toString());
    return overruled(arguments);
  }

  private Map<String, String> common(Port port) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("server.address", "127.0.0.1");
    arguments.put("server.port", Integer.toString(addresses.ports().of(port)));
    arguments.put("spring.cloud.stream.kafka.binder.brokers", addresses.brokers());
    arguments.put("spring.kafka.bootstrap-servers", addresses.brokers());
    // this process closes its services itself, before what they need
    arguments.put("spring.main.register-shutdown-hook", "false");
    arguments.put("logging.register-shutdown-hook", "false");
    arguments.put("spring.main.banner-mode", "off");
    return arguments;
  }

  private Map<String, String> overruled(Map<String, String> arguments) {
    arguments.putAll(settings.overrides());
    return arguments;
  }
}
