# One of the three services: docker build -f docker/service.Dockerfile --build-arg SERVICE=ingest-service .
# The jars come from ./newsroom build, or mvn package.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}-*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin newsroom \
  # a volume takes over the owner of the folder it is laid on
  && mkdir -p /data/wires /data/spike /data/pictures /data/feeds /data/channels /data/morgue /data/sites \
  && chown -R newsroom:newsroom /data
WORKDIR /newsroom
COPY docker/healthy ./
# what changes least comes first, so that a new version of the service is a small layer
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# The service reads its own classes once and keeps them as the JVM likes them: it starts in half the time then. It ends
# before it connects to anything, or where it cannot go on without (publish, for want of a database): both are enough.
RUN java -XX:AOTCacheOutput=service.aot --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dspring.context.exit=onRefresh -jar service.jar > /tmp/reading.log 2>&1; \
  test -s service.aot || { cat /tmp/reading.log; exit 1; }; \
  rm -rf /tmp/* ./data
USER newsroom
ENTRYPOINT ["java", "-XX:AOTCache=/newsroom/service.aot", "-Xlog:aot*=off", "-Xlog:cds*=off", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "service.jar"]
