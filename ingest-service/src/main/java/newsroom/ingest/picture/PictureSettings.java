package newsroom.ingest.picture;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// Where pictures are kept and found.
///
/// @param folder one file each
/// @param address under which readers and sites reach this service; empty for its own address
/// @param maxSize the largest
@ConfigurationProperties("newsroom.ingest.pictures")
record PictureSettings(Path folder, String address, DataSize maxSize) {}
