package newsroom.ingest.channel.dropfolder;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// How files are taken.
///
/// @param folder holds one folder per agency
/// @param every how often it is looked at
/// @param settle a file that has not changed for so long is taken to be whole
/// @param maxSize the largest wire
/// @param keepDone how long files stay in `done/`
@ConfigurationProperties("newsroom.ingest.drop-folder")
record DropFolderSettings(
    Path folder, Duration every, Duration settle, DataSize maxSize, Duration keepDone) {}
