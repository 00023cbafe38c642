package newsroom.publish.door;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The OpenAPI document of everything that publish answers. Written by hand; a test compares it
/// with what is really there.
@RestController
class Document {

  @GetMapping(value = "/openapi.yaml", produces = "application/yaml")
  Resource document() {
    return new ClassPathResource("newsroom/publish/openapi.yaml");
  }
}
