package newsroom.enrichment.renewal;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long and how often links are renewed.
///
/// @param enabled false: links stay as they were when the version came
/// @param young so long after it was first live a story's links are renewed
/// @param settle so long after a better story came its takers are looked at: more may come
/// @param rest so long a story is left alone after it was looked at
/// @param perSecond the most stories that this instance looks at in a second
/// @param most young stories that this instance remembers; of more, the latest
/// @param folder where their index lies; made anew at each start
@ConfigurationProperties("newsroom.enrichment.renewal")
record RenewalSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("48h") Duration young,
    @DefaultValue("5s") Duration settle,
    @DefaultValue("40s") Duration rest,
    @DefaultValue("20") int perSecond,
    @DefaultValue("50000") int most,
    @DefaultValue("data/morgue/young") Path folder) {}
