package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import newsroom.publish.rendition.Fiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTests {

  private final Assets assets = Assets.of(Fiction.SITE);

  @Test
  void everyAssetIsThereUnderItsHash() {
    assertThat(assets.files()).hasSize(5);
    assertThat(assets.stylesheet()).matches("assets/newsroom-[0-9a-f]{10}\\.css");
    assertThat(new String(assets.files().get(assets.stylesheet()), UTF_8))
        .startsWith(":root{--accent:#0b5fae")
        .doesNotContain("@import", "url(");
  }

  @Test
  void theShareCardIsAPictureInTheSitesColour() throws IOException {
    var card = ImageIO.read(new ByteArrayInputStream(assets.files().get(assets.card())));

    assertThat(card.getWidth()).isEqualTo(1200);
    assertThat(card.getHeight()).isEqualTo(630);
    assertThat(card.getRGB(5, 5)).isEqualTo(0xFF0B5FAE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#ffff00", "#0b5fae", "#000000", "#ffffff", "#7f7f7f", "#e4002b"})
  void anyBrandColourCanBeRead(String accent) {
    Palette palette = Palette.of(accent);

    assertThat(contrast(palette.light(), "#ffffff")).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(palette.light(), "#f6f6f4")).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(palette.dark(), "#15181c")).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(palette.dark(), "#1d2126")).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(palette.onAccent(), palette.accent())).isGreaterThanOrEqualTo(4.5);
  }

  private static double contrast(String one, String other) {
    return Palette.contrast(
        Integer.parseInt(one.substring(1), 16), Integer.parseInt(other.substring(1), 16));
  }
}
