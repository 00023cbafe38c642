# A plain web server for a site's folder: docker build -f docker/site.Dockerfile .
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin newsroom
WORKDIR /site
COPY docker/healthy ./
COPY local-newsroom/target/local-newsroom.jar site.jar
# where the sample wires' pictures are
COPY samples/pictures /pictures
USER newsroom
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "site.jar", "newsroom.local.site.SiteServer"]
