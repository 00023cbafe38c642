package newsroom.ingest.picture;

import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `GET /pictures/{name}`: for readers, so without a token. What is at an address never changes.
@RestController
final class PictureController {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Pictures pictures;

  PictureController(Pictures pictures) {
    this.pictures = pictures;
  }

  @GetMapping("/pictures/{name}")
  ResponseEntity<Resource> show(@PathVariable String name) {
    var file = pictures.find(name).orElseThrow(() -> nothing(name));
    return ResponseEntity.ok()
        .contentType(PictureKind.named(name).orElseThrow().type())
        .cacheControl(FOR_EVER)
        .eTag(name)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(new FileSystemResource(file));
  }

  private static ErrorResponseException nothing(String name) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no picture " + name + ".");
    problem.setTitle("No picture");
    return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }
}
