import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * A node of OpenSearch whose plugins stand on the class path. Its arguments are settings, name=value; a value in
 * square brackets is a list. It runs until it is killed, and has no security: loopback only.
 */
final class TestNode extends Node {
    private TestNode(Settings settings, Path config) {
        super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> "test"),
              List.<Class<? extends Plugin>>of(Netty4Plugin.class, CommonAnalysisPlugin.class, MapperExtrasPlugin.class),
              true);
    }

    public static void main(String[] args) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            if (pair[1].startsWith("[")) {
                settings.putList(pair[0], pair[1].substring(1, pair[1].length() - 1).split(","));
            } else {
                settings.put(pair[0], pair[1]);
            }
        }
        Path home = Path.of(settings.get("path.home"));
        for (String folder : List.of("config", "modules", "plugins")) {
            Files.createDirectories(home.resolve(folder));
        }
        TestNode node = new TestNode(settings.build(), home.resolve("config"));
        node.start();
        System.out.println("started");
        Thread.currentThread().join();
    }
}
