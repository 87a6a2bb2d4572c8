package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That what stands in {@code deploy/} has its shape and agrees with itself; nothing is run. */
class DeployTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DEPLOY = Path.of("deploy");
    private static final Path SCHEMAS = Path.of("src/test/resources/deploy");
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

    @Test
    void every_service_of_compose_is_bounded_found_healthy_and_holds_no_secret() {
        assertThat(faults("compose", compose())).isEmpty();
    }

    @Test
    void every_workload_of_kubernetes_is_bounded_found_healthy_and_holds_no_secret() {
        assertThat(workloads()).hasSize(5);
        for (JsonNode workload : workloads()) {
            assertThat(faults("workload", workload)).as(nameOf(workload)).isEmpty();
        }
        assertThat(kubernetes()).noneMatch(it -> it.path("kind").asString().equals("Secret"));
    }

    @Test
    void what_has_not_the_shape_is_found() {
        assertThat(faults("compose", read("services: {node1: {image: x, privileged: true}}")))
                .isNotEmpty();
        assertThat(faults("workload", read("{kind: Deployment, apiVersion: apps/v1}")))
                .isNotEmpty();
    }

    @Test
    void services_select_workloads_and_name_ports_that_these_have() {
        Set<String> found = new TreeSet<>();
        for (JsonNode service : ofKind("Service")) {
            JsonNode pod = workload(service.at("/spec/selector/app").asString());
            Set<String> ports =
                    Stream.of(pod.at("/containers/0/ports"))
                            .flatMap(JsonNode::valueStream)
                            .map(it -> it.path("name").asString())
                            .collect(Collectors.toSet());
            service.at("/spec/ports")
                    .forEach(it -> assertThat(ports).contains(it.path("targetPort").asString()));
            found.add(nameOf(service));
        }
        assertThat(found).containsExactly("node", "pooler", "primary", "proxy", "replica");
    }

    @Test
    void whoever_may_be_spoken_to_and_whoever_may_speak_is_there() {
        for (JsonNode policy : ofKind("NetworkPolicy")) {
            assertThat(
                            workload(policy.at("/spec/podSelector/matchLabels/app").asString())
                                    .isEmpty())
                    .isFalse();
            policy.at("/spec/ingress/0/from")
                    .forEach(from ->
                            assertThat(workload(from.findValue("app").asString()).isEmpty())
                                    .isFalse());
        }
        assertThat(ofKind("NetworkPolicy")).hasSameSizeAs(workloads());
    }

    @Test
    void what_is_mounted_is_a_volume_of_the_pod() {
        for (JsonNode workload : workloads()) {
            JsonNode pod = workload.at("/spec/template/spec");
            Set<String> volumes = new TreeSet<>(names(pod.path("volumes")));
            workload.at("/spec/volumeClaimTemplates")
                    .forEach(it -> volumes.add(it.at("/metadata/name").asString()));
            assertThat(volumes).containsAll(names(pod.at("/containers/0/volumeMounts")));
        }
    }

    @Test
    void kustomize_finds_every_file_that_it_names() {
        JsonNode all = read(text("kustomization.yaml"));
        List<String> named = new ArrayList<>();
        all.path("resources").forEach(it -> named.add(it.asString()));
        all.path("configMapGenerator")
                .forEach(map ->
                        map.path("files")
                                .forEach(it ->
                                        named.add(it.asString().replaceFirst("^[^=]*=", ""))));

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named).allMatch(it -> Files.isRegularFile(DEPLOY.resolve(it)));
    }

    @Test
    void the_proxy_of_compose_knows_the_nodes_and_these_believe_it() {
        JsonNode services = compose().path("services");
        String address = "/networks/house/ipv4_address";
        for (String node : List.of("node1", "node2")) {
            assertThat(text("nginx/nodes.conf"))
                    .contains("server " + services.path(node).at(address).asString() + ":8080 ");
            assertThat(services.path(node).at("/environment/JIAXUE_PROXIES").asString())
                    .isEqualTo(services.path("proxy").at(address).asString());
        }
    }

    /** Seconds: what a node takes to end at the longest, and after which it is killed. */
    @Test
    void a_node_is_given_the_time_that_its_end_takes() {
        JsonNode node = compose().at("/services/node1");
        JsonNode map = ofKind("ConfigMap").getFirst();

        assertThat(seconds(node.path("stop_grace_period").asString()))
                .isGreaterThanOrEqualTo(node.at("/environment/JIAXUE_DRAIN").asInt() + 40);
        assertThat(workload("node").path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(map.at("/data/JIAXUE_DRAIN").asInt() + 40);
    }

    /** They are the only ones there are: all nodes have them, and none takes them along. */
    @Test
    void months_in_files_lie_in_a_volume_of_all_nodes() {
        for (String node : List.of("node1", "node2")) {
            JsonNode service = compose().path("services").path(node);
            assertThat(service.at("/environment/JIAXUE_ARCHIVE").asString())
                    .startsWith("/archive/");
            assertThat(service.path("volumes").valueStream().map(JsonNode::asString))
                    .contains("archive:/archive");
        }
        assertThat(compose().path("volumes").has("archive")).isTrue();
        assertThat(text("image/Containerfile"))
                .contains("-o 10001 -g 10001 -m 0700 /data /archive");

        JsonNode pod = workload("node");
        assertThat(ofKind("ConfigMap").getFirst().at("/data/JIAXUE_ARCHIVE").asString())
                .startsWith(
                        named(pod.at("/containers/0/volumeMounts"), "archive")
                                        .path("mountPath")
                                        .asString()
                                + "/");
        String claim =
                named(pod.path("volumes"), "archive")
                        .at("/persistentVolumeClaim/claimName")
                        .asString();
        JsonNode claimed = ofKind("PersistentVolumeClaim").getFirst();
        assertThat(nameOf(claimed)).isEqualTo(claim);
        assertThat(claimed.at("/spec/accessModes/0").asString()).isEqualTo("ReadWriteMany");
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A misspelt variable would be passed over in silence. */
    @Test
    void every_variable_that_a_node_is_given_is_one_that_a_start_reads() throws IOException {
        String start = Files.readString(Path.of("src/main/java/org/jiaxue/StartCommand.java"));
        Set<String> given = new TreeSet<>();
        Pattern variable = Pattern.compile("\\bJIAXUE_[A-Z_]+(?=:|$)");
        JsonNode node = compose().at("/services/node1/environment");
        given.addAll(node.propertyNames());
        given.addAll(ofKind("ConfigMap").getFirst().path("data").propertyNames());
        given.addAll(names(workload("node").at("/containers/0/env")));

        assertThat(given).hasSizeGreaterThan(8).allMatch(variable.asPredicate());
        assertThat(given).allSatisfy(name -> assertThat(start).contains('"' + name + '"'));
    }

    private static int seconds(String time) {
        return Integer.parseInt(time.replaceFirst("s$", ""));
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(it -> it.path("name").asString()).toList();
    }

    private static String nameOf(JsonNode one) {
        return one.at("/metadata/name").asString();
    }

    /** The pod of the workload with that label. */
    private static JsonNode workload(String app) {
        return workloads().stream()
                .map(it -> it.at("/spec/template"))
                .filter(it -> it.at("/metadata/labels/app").asString().equals(app))
                .findFirst()
                .orElseThrow()
                .path("spec");
    }

    private static List<JsonNode> workloads() {
        return kubernetes().stream()
                .filter(it -> WORKLOADS.contains(it.path("kind").asString()))
                .toList();
    }

    private static List<JsonNode> ofKind(String kind) {
        return kubernetes().stream().filter(it -> it.path("kind").asString().equals(kind)).toList();
    }

    private static JsonNode compose() {
        return read(text("compose.yaml"));
    }

    private static List<JsonNode> kubernetes() {
        List<JsonNode> all = new ArrayList<>();
        JsonNode resources = read(text("kustomization.yaml")).path("resources");
        for (JsonNode file : resources) {
            for (Object document : strict().loadAll(text(file.asString()))) {
                all.add(JSON.valueToTree(document));
            }
        }
        return all;
    }

    private static JsonNode read(String yaml) {
        return JSON.valueToTree(strict().load(yaml));
    }

    private static Yaml strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(options);
    }

    private static List<String> faults(String schema, JsonNode document) {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema shape = registry.getSchema(read(SCHEMAS.resolve(schema + ".schema.json")));
        return shape.validate(document).stream().map(Object::toString).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException missing) {
            throw new IllegalStateException(file + " is missing", missing);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(DEPLOY.resolve(name));
        } catch (IOException missing) {
            throw new IllegalStateException(name + " is missing", missing);
        }
    }
}
