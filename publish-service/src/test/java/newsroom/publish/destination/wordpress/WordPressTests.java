package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import org.junit.jupiter.api.Test;

class WordPressTests extends WordPressContract {

  @Override
  boolean plugin() {
    return true;
  }

  @Test
  void aStoryIsFoundAtAnAddressThatAnEditorChanged() {
    // Given
    carry(working(), Pages.show(1, 1));
    var number = post(1).path("id").asLong();
    edit(1, "{\"slug\":\"another-address\"}");
    forgetAll();

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Accepted.class, it -> assertThat(it.remoteId()).isEqualTo(String.valueOf(number)));
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }
}
