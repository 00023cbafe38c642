package newsroom.ingest.draft;

import java.time.Clock;
import newsroom.ingest.copy.Copy;
import org.springframework.stereotype.Component;

/// Makes the event of a story as drafting does, to be looked at and not sent.
@Component
public final class Proofs {

  private final DraftedEvents events;

  Proofs(DraftSettings settings, Clock clock) {
    this.events = new DraftedEvents(settings.language(), clock);
  }

  /// What would be sent for this story.
  public Proof of(Origin origin, Copy copy) {
    return switch (events.of(origin, copy)) {
      case DraftedEvents.Event.Refused(var reason) -> new Proof.Refused(reason);
      case DraftedEvents.Event.Made(_, var drafted, _) ->
          new Proof.Printed(ArticleFields.of(drafted.getArticle()));
    };
  }

  /// The event itself, for an archive that goes where drafts do not.
  ///
  /// @throws IllegalArgumentException where there can be none, with a sentence
  public byte[] event(Origin origin, Copy copy) {
    return switch (events.of(origin, copy)) {
      case DraftedEvents.Event.Refused(var reason) -> throw new IllegalArgumentException(reason);
      case DraftedEvents.Event.Made(_, _, var bytes) -> {
        var event = new byte[bytes.remaining()];
        bytes.get(event);
        yield event;
      }
    };
  }
}
