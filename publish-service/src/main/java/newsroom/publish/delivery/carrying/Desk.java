package newsroom.publish.delivery.carrying;

import newsroom.publish.delivery.conduct.Conduct;
import newsroom.publish.watch.Loops;
import org.springframework.stereotype.Component;

/// What all carriers work with.
@Component
record Desk(
    Claims claims,
    Settlements settlements,
    Promos promos,
    Ownership ownership,
    Loops loops,
    Conduct conduct) {}
