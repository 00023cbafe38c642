package newsroom.publish.destination.pages.lists;

import java.net.URI;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import tools.jackson.databind.json.JsonMapper;

/// Cards as text. Their addresses are kept below the site's root: the site may move.
record Cards(Masthead masthead) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String write(Card card) {
    // PostgreSQL's text holds every letter but U+0000
    return JSON.writeValueAsString(at(card, masthead.address().relativize(card.address())))
        .replace("\\u0000", "\\ufffd");
  }

  Card read(String text) {
    var card = JSON.readValue(text, Card.class);
    return at(card, masthead.address().resolve(card.address()));
  }

  /// The section's name is the site's to change.
  private Card at(Card card, URI address) {
    var section =
        masthead.sections().stream()
            .filter(it -> it.path().equals(card.section().path()))
            .findFirst()
            .orElse(card.section());
    return new Card(
        card.uri(),
        address,
        section,
        card.place(),
        card.title(),
        card.picture(),
        card.posted(),
        card.updated());
  }
}
