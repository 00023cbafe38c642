package newsroom.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class MistakeAnalyzerTests {

  @Test
  void aStartThatEndsForAMistakeSaysItInSentences() {
    // Given
    var mistake = Mistake.of(List.of("line 3: site \"a\": nam is not known", "line 9: no kind"));
    var failure = new IllegalStateException("no bean", new RuntimeException("no sites", mistake));

    // When
    var analysis = Objects.requireNonNull(new MistakeAnalyzer().analyze(failure));

    // Then
    assertThat(analysis.getDescription())
        .isEqualToNormalizingNewlines("line 3: site \"a\": nam is not known\nline 9: no kind");
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((_, _) -> {})))
        .hasAtLeastOneElementOfType(MistakeAnalyzer.class);
  }
}
