package newsroom.publish.delivery.conduct;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a destination may do before it is left alone.
///
/// @param disableAfter a destination at which nothing got through for so long is disabled
/// @param openAfter so many stories failing in a row, and nothing but probes leaves
@ConfigurationProperties("newsroom.publish.conduct")
public record ConductSettings(
    @DefaultValue("5d") Duration disableAfter, @DefaultValue("5") int openAfter) {}
